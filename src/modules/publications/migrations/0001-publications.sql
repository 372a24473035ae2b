create table publications.document (
  id bigint generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  area_id bigint not null,
  portal text not null check (portal in ('internet', 'intranet')),
  first_published_at timestamptz
);

-- What an institution had published before it came here, brought in together and, if it was wrong, undone together.
create table publications.import_batch (
  id bigint generated always as identity primary key,
  source text not null,
  documents integer not null,
  at timestamptz not null,
  by_actor text not null,
  undone_at timestamptz,
  undone_by text
);

create table publications.request (
  id bigint generated always as identity primary key,
  folio text not null unique,
  kind text not null check (kind in ('publish', 'update', 'withdraw', 'correct-metadata')),
  state text not null,
  round integer not null default 0,
  version integer not null default 0,
  area_id bigint not null,
  requested_by text not null,
  created_at timestamptz not null,
  document_id bigint references publications.document (id),
  repeats_id bigint references publications.request (id),
  -- Of what changes a document: the number of the edition whose content it took along.
  begun_from integer,
  portal text not null check (portal in ('internet', 'intranet')),
  section_id bigint,
  title text not null,
  summary text not null default '',
  ground_kind text,
  ground_reference text not null default '',
  priority text not null default 'normal' check (priority in ('normal', 'urgent', 'legal-term')),
  needed_by timestamptz,
  not_before timestamptz,
  timing_reason text not null default '',
  valid_until date,
  review_on date,
  calendar_mode text not null default 'working' check (calendar_mode in ('working', 'electoral')),
  calendar_mode_reason text not null default '',
  calendar_mode_by text,
  withdrawal_reason text,
  withdrawal_target text not null default '',
  withdrawal_note text not null default '',
  -- The day on which the order of an authority ends.
  withdrawal_ends_on date,
  change_note text not null default '',
  reviewer text,
  submitted_at timestamptz,
  edited_by text not null,
  publish_at timestamptz,
  scheduled_by text,
  attempts integer not null default 0,
  failure text not null default '',
  -- Put live without the second pair of eyes: by whom, why, and who looked afterwards.
  urgent_by text,
  urgent_at timestamptz,
  urgent_reason text not null default '',
  ratified_by text,
  ratified_at timestamptz,
  import_batch_id bigint references publications.import_batch (id),
  check ((urgent_by is null) = (urgent_at is null)),
  check ((ratified_by is null) = (ratified_at is null)),
  check (not_before is null or needed_by is null or not_before <= needed_by)
);
create index request_state on publications.request (state, area_id);
create index request_reviewer on publications.request (reviewer, state);
create index request_document on publications.request (document_id);
create index request_scheduled on publications.request (publish_at) where state = 'scheduled';

-- Everybody who changed its content, whoever did it last: four eyes ask for another person.
create table publications.editor (
  request_id bigint not null references publications.request (id) on delete cascade,
  account text not null,
  primary key (request_id, account)
);

-- The files of the working copy. A new version of a file keeps its identity and ends the earlier row.
create table publications.draft_file (
  id bigint generated always as identity primary key,
  request_id bigint not null references publications.request (id),
  file_id bigint not null,
  position integer not null,
  version integer not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  original_name text not null,
  public_name text not null,
  title text not null default '',
  attached_by text not null,
  attached_at timestamptz not null,
  ended_at timestamptz,
  unique (request_id, file_id, version)
);
create unique index draft_file_name on publications.draft_file (request_id, public_name) where ended_at is null;
create sequence publications.file_identity;

create table publications.revision (
  id bigint generated always as identity primary key,
  document_id bigint not null references publications.document (id),
  request_id bigint not null references publications.request (id),
  number integer not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  portal text not null,
  section_id bigint not null,
  area_id bigint not null,
  title text not null,
  summary text not null,
  ground_kind text not null,
  ground_reference text not null,
  valid_until date,
  review_on date not null,
  change_note text not null,
  author text not null,
  created_at timestamptz not null,
  unique (document_id, number)
);
create index revision_request on publications.revision (request_id);

create table publications.revision_file (
  revision_id bigint not null references publications.revision (id),
  position integer not null,
  file_id bigint not null,
  version integer not null,
  sha256 text not null,
  bytes bigint not null,
  original_name text not null,
  public_name text not null,
  title text not null,
  primary key (revision_id, position),
  unique (revision_id, public_name)
);
create index revision_file_sha256 on publications.revision_file (sha256);

create table publications.edition (
  id bigint generated always as identity primary key,
  document_id bigint not null references publications.document (id),
  revision_id bigint not null references publications.revision (id),
  request_id bigint not null references publications.request (id),
  number integer not null,
  published_at timestamptz not null,
  published_by text not null,
  superseded_at timestamptz,
  ended_at timestamptz,
  rolls_back_to integer,
  -- Why an earlier edition came back: readers are told.
  note text not null default '',
  -- The number of the emergency that somebody objected to, and that this edition takes back.
  objected integer,
  unique (document_id, number)
);
create unique index edition_live on publications.edition (document_id) where superseded_at is null;
create index edition_published on publications.edition (published_at desc) where superseded_at is null and ended_at is null;

-- Why a document no longer shows, or shows under a banner. The newest row that was not lifted holds.
create table publications.withdrawal (
  id bigint generated always as identity primary key,
  document_id bigint not null references publications.document (id),
  request_id bigint references publications.request (id),
  reason text not null,
  target text not null default '',
  note text not null default '',
  reference text not null default '',
  withdrawn_by text not null,
  withdrawn_at timestamptz not null,
  lifted_at timestamptz,
  -- The day on which the order ends, and when those who answer for it were told: nothing comes back by itself.
  ends_on date,
  reminded_at timestamptz
);
create unique index withdrawal_holds on publications.withdrawal (document_id) where lifted_at is null;
create index withdrawal_ends on publications.withdrawal (ends_on) where lifted_at is null and reminded_at is null;

-- What search engines and archives keep of personal data that left: that they be asked, when they were, and which.
create table publications.search_removal (
  id bigint generated always as identity primary key,
  withdrawal_id bigint not null unique references publications.withdrawal (id),
  document_id bigint not null references publications.document (id),
  request_id bigint not null references publications.request (id),
  opened_at timestamptz not null,
  asked_on date,
  asked_where text not null default '',
  noted_by text,
  noted_at timestamptz,
  check ((noted_at is null) = (asked_on is null)),
  check ((noted_at is null) = (noted_by is null))
);
create index search_removal_request on publications.search_removal (request_id);
create index search_removal_waits on publications.search_removal (id) where noted_at is null;

create table publications.review (
  id bigint generated always as identity primary key,
  request_id bigint not null references publications.request (id),
  round integer not null,
  reviewer text not null,
  fingerprint text not null,
  outcome text not null check (outcome in ('approved', 'observed', 'not-admitted')),
  -- One person asked and approved, because the institution's rule lets it: said here and shown.
  same_person boolean not null default false,
  rule_source text not null default '',
  at timestamptz not null,
  voided_at timestamptz,
  void_reason text not null default ''
);
create index review_request on publications.review (request_id, round);

create table publications.observation (
  id bigint generated always as identity primary key,
  request_id bigint not null references publications.request (id),
  number integer not null,
  round integer not null,
  file_id bigint,
  page integer check (page > 0),
  field text,
  severity text not null check (severity in ('blocks', 'must', 'suggests')),
  text text not null,
  author text not null,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'answered', 'accepted', 'dismissed')),
  unique (request_id, number)
);
create table publications.reply (
  id bigint generated always as identity primary key,
  observation_id bigint not null references publications.observation (id),
  text text not null,
  author text not null,
  at timestamptz not null
);
create index reply_observation on publications.reply (observation_id);

-- A stretch of a service clock: a report sums stretches, it never subtracts two timestamps.
create table publications.stretch (
  id bigint generated always as identity primary key,
  request_id bigint not null references publications.request (id),
  clock text not null,
  owner text not null,
  mode text not null check (mode in ('working', 'electoral')),
  -- Stretches of one clock with the same lap are one term: within a round a clock goes on where it stopped.
  lap integer not null,
  started_at timestamptz not null,
  stopped_at timestamptz,
  reminded_at timestamptz,
  lapse_reminded_at timestamptz
);
create unique index stretch_running on publications.stretch (request_id, clock) where stopped_at is null;
create index stretch_request on publications.stretch (request_id);

create table publications.verification (
  id bigint generated always as identity primary key,
  edition_id bigint not null references publications.edition (id),
  at timestamptz not null,
  subject text not null check (subject in ('published', 'withdrawn')),
  passed boolean not null,
  files integer not null,
  equal_files integer not null
);
create index verification_edition on publications.verification (edition_id, at desc);

-- Each address and file that a verification looked at.
create table publications.verification_look (
  verification_id bigint not null references publications.verification (id),
  position integer not null,
  name text not null,
  what text not null,
  passed boolean not null,
  saw text not null,
  primary key (verification_id, position)
);

-- Whether readers of what would be taken down can be sent there: each look at a target. Without a fault, it stands.
create table publications.target_check (
  id bigint generated always as identity primary key,
  request_id bigint not null references publications.request (id),
  target text not null,
  at timestamptz not null,
  status integer,
  fault text
);
create index target_check_request on publications.target_check (request_id, id desc);

-- The institution's own rules, versioned: the newest row of a name holds. Each says which norm it comes from.
create table publications.rule (
  id bigint generated always as identity primary key,
  name text not null,
  value text not null,
  source text not null,
  set_by text not null,
  set_at timestamptz not null
);
create index rule_name on publications.rule (name, id desc);

-- How long a clock may run, as the institution sets it, versioned: the newest row that stood when a term began holds.
create table publications.service_limit (
  id bigint generated always as identity primary key,
  clock text not null,
  round text not null check (round in ('first', 'later')),
  priority text not null check (priority in ('normal', 'urgent', 'legal-term')),
  amount double precision not null check (amount >= 0),
  unit text not null check (unit in ('working-minutes', 'working-days', 'clock-hours')),
  counted text not null check (counted in ('from-start', 'before-needed-by')),
  remind_before double precision not null check (remind_before >= 0),
  source text not null,
  set_by text not null,
  set_at timestamptz not null
);
create index service_limit_key on publications.service_limit (clock, round, priority, id desc);

-- From one instant until another, nothing goes live there but what its grounds except. Lifted, never deleted.
create table publications.freeze_window (
  id bigint generated always as identity primary key,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  portal text check (portal in ('internet', 'intranet')),
  section_id bigint,
  basis text not null,
  exceptions text[] not null,
  set_by text not null,
  set_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz
);
create index freeze_window_until on publications.freeze_window (until_at) where lifted_at is null;

-- An area said that what is live still holds: its new dates are shown in place of those of the revision.
create table publications.confirmation (
  id bigint generated always as identity primary key,
  edition_id bigint not null references publications.edition (id),
  valid_until date,
  review_on date not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null
);
create index confirmation_edition on publications.confirmation (edition_id, id desc);

-- What a portal, a feed or open data may read: columns are a contract.
create view publications.live_document as
select document.id, document.key, edition.number as version, edition.published_at, document.first_published_at,
  revision.portal, revision.section_id, revision.area_id, revision.title, revision.summary,
  revision.ground_kind, revision.ground_reference,
  case when confirmation.id is null then revision.valid_until else confirmation.valid_until end as valid_until,
  coalesce(confirmation.review_on, revision.review_on) as review_on,
  revision.id as revision_id, edition.id as edition_id, withdrawal.reason as withdrawal_reason
from publications.edition
join publications.document on document.id = edition.document_id
join publications.revision on revision.id = edition.revision_id
left join publications.withdrawal on withdrawal.document_id = document.id and withdrawal.lifted_at is null
left join lateral (
  select newest.id, newest.valid_until, newest.review_on from publications.confirmation as newest
  where newest.edition_id = edition.id order by newest.id desc limit 1
) as confirmation on true
where edition.superseded_at is null and edition.ended_at is null and not exists (
  select from publications.withdrawal as taken where taken.document_id = edition.document_id
    and taken.lifted_at is null and taken.reason not in ('no-longer-in-force', 'validity-ended')
);
