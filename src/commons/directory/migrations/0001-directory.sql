-- One institution to a house: the only row has the only key.
create table directory.institution (
  id smallint primary key default 1 check (id = 1),
  name_es text not null check (name_es <> ''),
  name_en text not null default '',
  acronym text not null check (acronym <> ''),
  address text not null default '',
  phone text not null default '',
  office_hours text not null default '',
  time_zone text not null default 'America/Mexico_City',
  web_address text not null default '',
  licence text not null default '',
  logo_sha256 text check (logo_sha256 ~ '^[0-9a-f]{64}$'),
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  second text check (second ~ '^#[0-9a-f]{6}$'),
  letters text not null default 'serif' check (letters in ('serif', 'sans')),
  version integer not null default 0
);

-- An area lives from `valid_from` until the day before `valid_to`. What it asked keeps naming this row.
create table directory.area (
  id bigint generated always as identity primary key,
  acronym text not null check (acronym <> ''),
  name_es text not null check (name_es <> ''),
  name_en text not null default '',
  kind text not null check (kind in ('governing', 'executive', 'technical', 'administrative', 'oversight', 'regional', 'other')),
  parent_id bigint references directory.area (id) check (parent_id <> id),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  successor_id bigint references directory.area (id) check (successor_id <> id),
  version integer not null default 0,
  check (successor_id is null or valid_to is not null)
);
create unique index area_living_acronym on directory.area (lower(acronym)) where valid_to is null;
create index area_parent on directory.area (parent_id);

create table directory.person (
  id bigint generated always as identity primary key,
  given_names text not null,
  family_names text not null,
  treatment text not null default '',
  gender text not null check (gender in ('f', 'm', 'n')),
  email text not null default '',
  version integer not null default 0,
  forgotten_at timestamptz,
  check (forgotten_at is null or given_names || family_names || treatment || email = '')
);
create unique index person_email on directory.person (lower(email)) where email <> '';

create table directory.post (
  id bigint generated always as identity primary key,
  area_id bigint not null references directory.area (id),
  title_f text not null check (title_f <> ''),
  title_m text not null check (title_m <> ''),
  title_en text not null default ''
);
create index post_area on directory.post (area_id);

-- Who holds a post, from a day until the day before another.
create table directory.appointment (
  id bigint generated always as identity primary key,
  post_id bigint not null references directory.post (id),
  person_id bigint not null references directory.person (id),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from)
);
create unique index appointment_holder on directory.appointment (post_id) where valid_to is null;
create index appointment_person on directory.appointment (person_id);

-- Each change of a year's calendar is another row: terms already counted can be counted again as they were.
create table directory.calendar (
  year smallint not null check (year between 2000 and 2200),
  version integer not null,
  content jsonb not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (year, version)
);
