create table portal.section (
  id bigint generated always as identity primary key,
  parent_id bigint references portal.section (id) check (parent_id <> id),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  title_es text not null check (length(title_es) between 1 and 120),
  title_en text check (length(title_en) between 1 and 120),
  summary_es text not null default '',
  summary_en text not null default '',
  position integer not null,
  portal text not null check (portal in ('internet', 'intranet', 'both')),
  extensions text[] check (cardinality(extensions) > 0),
  largest_bytes bigint check (largest_bytes > 0),
  version integer not null default 0,
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  closed_by text,
  check ((closed_at is null) = (closed_by is null))
);
create unique index section_address on portal.section (coalesce(parent_id, 0), slug) where closed_at is null;

create table portal.image (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes bigint not null check (bytes > 0),
  kept_at timestamptz not null,
  kept_by text not null
);

-- The address of a page is what its published version asked for; a draft that was never published holds its own.
create table portal.page (
  id bigint generated always as identity primary key,
  section_id bigint references portal.section (id),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  version integer not null default 0,
  opened_at timestamptz not null,
  opened_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index page_address on portal.page (coalesce(section_id, 0), slug) where withdrawn_at is null;

create table portal.page_version (
  id bigint generated always as identity primary key,
  page_id bigint not null references portal.page (id),
  number integer not null check (number > 0),
  section_id bigint references portal.section (id),
  slug text not null,
  title_es text not null check (length(title_es) between 1 and 160),
  body_es text not null,
  title_en text check (length(title_en) between 1 and 160),
  body_en text,
  images text[] not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  restores integer,
  author text not null,
  written_at timestamptz not null,
  published_at timestamptz,
  published_by text,
  same_person boolean not null default false,
  rule_source text not null default '',
  superseded_at timestamptz,
  unique (page_id, number),
  check ((published_at is null) = (published_by is null)),
  check ((title_en is null) = (body_en is null)),
  check (published_at is null or author <> published_by or (same_person and rule_source <> '')),
  check (superseded_at is null or published_at is not null)
);
create unique index page_version_standing on portal.page_version (page_id)
  where published_at is not null and superseded_at is null;

create table portal.feature (
  id bigint generated always as identity primary key,
  title_es text not null check (length(title_es) between 1 and 120),
  title_en text,
  text_es text not null default '',
  text_en text not null default '',
  href text not null,
  image text references portal.image (sha256),
  alt_es text not null default '' check (length(alt_es) <= 255),
  alt_en text not null default '' check (length(alt_en) <= 255),
  decorative boolean not null default false,
  position integer not null,
  started_at timestamptz not null,
  started_by text not null,
  ended_at timestamptz,
  ended_by text,
  check (image is null or decorative or alt_es <> ''),
  check ((ended_at is null) = (ended_by is null))
);

create table portal.notice (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('informative', 'interruption', 'emergency')),
  text_es text not null check (length(text_es) between 1 and 300),
  text_en text not null default '',
  href text not null default '',
  from_at timestamptz not null,
  until_at timestamptz not null,
  announced_at timestamptz not null,
  announced_by text not null,
  retired_at timestamptz,
  retired_by text,
  check (until_at > from_at),
  check ((retired_at is null) = (retired_by is null))
);
create index notice_standing on portal.notice (until_at) where retired_at is null;

create table portal.broadcast (
  id bigint generated always as identity primary key,
  title_es text not null check (length(title_es) between 1 and 160),
  title_en text not null default '',
  href text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  announced_at timestamptz not null,
  announced_by text not null,
  cancelled_at timestamptz,
  cancelled_by text,
  check (until_at > from_at),
  check ((cancelled_at is null) = (cancelled_by is null))
);
create index broadcast_standing on portal.broadcast (until_at) where cancelled_at is null;

-- Without a target the address is gone: 410.
create table portal.redirect (
  id bigint generated always as identity primary key,
  old_path text not null check (old_path like '/%' and length(old_path) <= 1000),
  target_path text check (target_path like '/%' and length(target_path) <= 1000),
  kind text not null check (kind in ('moved', 'imported', 'manual')),
  created_at timestamptz not null,
  created_by text not null,
  ended_at timestamptz,
  ended_by text,
  check (old_path <> target_path),
  check ((ended_at is null) = (ended_by is null))
);
create unique index redirect_standing on portal.redirect (old_path) where ended_at is null;
create index redirect_target on portal.redirect (target_path) where ended_at is null;

create table portal.setting (
  name text primary key,
  value jsonb not null,
  source text not null default '',
  set_at timestamptz not null,
  set_by text not null
);
