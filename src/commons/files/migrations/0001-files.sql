create table files.blob (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes >= 0),
  received_at timestamptz not null,
  received_by text not null,
  -- The last time somebody sent it: what nobody holds is swept a while after this.
  sent_at timestamptz not null,
  mime text,
  extension text,
  family text,
  pages integer check (pages > 0),
  title text,
  language text,
  width_pixels integer check (width_pixels > 0),
  height_pixels integer check (height_pixels > 0),
  inspected_at timestamptz,
  erasure_asked_at timestamptz,
  erasure_asked_by text,
  erasure_held_by text[] not null default '{}',
  erased_at timestamptz,
  check ((erasure_asked_at is null) = (erasure_asked_by is null)),
  check (erased_at is null or erasure_asked_at is not null)
);
create index blob_sent on files.blob (sent_at) where erased_at is null;

-- Who sent a content, and so holds it: knowing its hash gives nobody a file.
create table files.sender (
  sha256 text not null references files.blob (sha256) on delete cascade,
  account text not null,
  primary key (sha256, account)
);

-- Derived from the bytes: it can be thrown away and read again.
create table files.blob_text (
  sha256 text primary key references files.blob (sha256) on delete cascade,
  text text not null
);

-- Derived from the bytes, the check and what the check reads of the context.
create table files.check_result (
  key text primary key,
  sha256 text not null references files.blob (sha256) on delete cascade,
  check_id text not null,
  version integer not null,
  result text not null,
  findings jsonb not null,
  at timestamptz not null
);
create index check_result_sha256 on files.check_result (sha256);

-- The latest automatic review of each subject: what was asked, and what was found once it finished.
create table files.run (
  subject text primary key,
  sha256 text not null,
  context jsonb not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  blocking integer not null default 0 check (blocking >= 0),
  must integer not null default 0 check (must >= 0),
  findings jsonb not null default '[]'
);
create index run_sha256 on files.run (sha256);

-- A file on its way in. `received` is what its part held when the last connection ended.
create table files.upload (
  id text primary key,
  purpose text not null,
  name text not null,
  path text not null default '',
  declared_type text not null default '',
  bytes bigint not null check (bytes > 0),
  received bigint not null default 0 check (received between 0 and bytes),
  started_by text not null,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  finished_sha256 text,
  answer jsonb
);
create index upload_unfinished on files.upload (started_by) where answer is null;
create index upload_touched on files.upload (touched_at);
