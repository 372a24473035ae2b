create table kernel.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  module text not null,
  command text not null,
  actor text not null,
  leaf text not null,
  hash bytea not null,
  position bigint unique
);
create index entry_at on kernel.entry (at);
create index entry_unsequenced on kernel.entry (id, module) where position is null;

create table kernel.entry_topic (
  topic text not null,
  entry_id bigint not null references kernel.entry (id),
  primary key (topic, entry_id)
);

create table kernel.tree_node (
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  primary key (level, index)
);

create table kernel.tally (
  module text primary key,
  entries bigint not null
);

create table kernel.checkpoint (
  size bigint primary key,
  root bytea not null,
  at timestamptz not null,
  note text not null
);

create table kernel.commitment (
  entry_id bigint not null references kernel.entry (id),
  field text not null,
  subject text not null,
  salt bytea not null,
  primary key (entry_id, field)
);
create index commitment_subject on kernel.commitment (subject);

create table kernel.counter (
  series text primary key,
  value bigint not null
);

create table kernel.receipt (
  key text primary key,
  command text not null,
  actor text not null,
  input_digest text not null,
  output text,
  at timestamptz not null
);

create table kernel.security_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  detail text not null
);
create index security_event_at on kernel.security_event (at);
