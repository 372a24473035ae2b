create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Derived from what the modules hold: it can be thrown away and made again.
create table search.item (
  kind text not null,
  key text not null,
  href text not null,
  title text not null,
  title_en text,
  summary text not null,
  body text not null,
  at timestamptz not null,
  audience text not null check (audience in ('public', 'intranet', 'staff')),
  -- Of `staff`: who holds this grant, over this area if there is one.
  asked_grant text,
  area_id bigint,
  folded_title text not null,
  -- Title and summary: what ranks. To read the words of a whole body for each thing found costs more than finding it.
  heading tsvector not null,
  words tsvector not null,
  primary key (kind, key)
);
create index item_words on search.item using gin (words);
create index item_title on search.item using gin (folded_title gin_trgm_ops);

create table search.state (
  single boolean primary key default true check (single),
  read_until timestamptz not null
);
