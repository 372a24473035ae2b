create table sessions.body (
  id bigint generated always as identity primary key,
  acronym text not null,
  name_es text not null,
  name_en text not null,
  kind text not null check (kind in ('council', 'committee', 'subcommittee')),
  ground text not null,
  founded_on date not null
);
create unique index body_acronym on sessions.body (lower(acronym));

-- A seat is itself through all that it was.
create table sessions.seat (
  id bigint generated always as identity primary key,
  body_id bigint not null references sessions.body (id),
  position integer not null
);
create index seat_body on sessions.seat (body_id, position);

-- What a seat is from one day on; the day on which it ends is the first without it.
create table sessions.seat_term (
  id bigint generated always as identity primary key,
  seat_id bigint not null references sessions.seat (id),
  function text not null check (function in ('chair', 'secretary', 'member', 'adviser', 'observer')),
  title_es text not null,
  title_en text not null,
  area_id bigint,
  group_name text,
  voice boolean not null,
  vote boolean not null,
  counts_for_quorum boolean not null,
  required boolean not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);
create index seat_term_seat on sessions.seat_term (seat_id, valid_from);

-- Who represents a seat, and by which document.
create table sessions.designation (
  id bigint generated always as identity primary key,
  seat_id bigint not null references sessions.seat (id),
  person_id bigint not null,
  capacity text not null check (capacity in ('titular', 'alternate')),
  turn integer not null,
  document text not null,
  accredited_by text,
  accredited_at timestamptz,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from)
);
create index designation_seat on sessions.designation (seat_id, valid_from);
create index designation_person on sessions.designation (person_id);
