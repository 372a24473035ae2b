create table identity.account (
  id bigint generated always as identity primary key,
  person_id bigint not null unique,
  email text not null unique check (email = lower(email) and email <> ''),
  -- Argon2id in PHC form; null until the invitation is accepted.
  password_hash text,
  password_set_at timestamptz,
  locale text not null default 'es' check (locale in ('es', 'en')),
  theme text not null default 'auto' check (theme in ('light', 'dark', 'contrast', 'auto')),
  created_at timestamptz not null,
  created_by text not null,
  disabled_at timestamptz,
  disabled_by text,
  check ((disabled_at is null) = (disabled_by is null))
);

-- The second step. `secret` is sealed with a key that the database does not hold; `last_step` keeps a code from being used twice.
create table identity.totp (
  account_id bigint primary key references identity.account (id),
  secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
create table identity.recovery_code (
  account_id bigint not null references identity.account (id),
  digest bytea not null,
  used_at timestamptz,
  primary key (account_id, digest)
);

create table identity.role (
  id bigint generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_es text not null check (name_es <> ''),
  name_en text not null check (name_en <> ''),
  grants text[] not null,
  version integer not null default 0
);

-- A null area means everywhere. Holdings last from `valid_from` until the day before `valid_to`.
create table identity.role_holding (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account (id),
  role_id bigint not null references identity.role (id),
  area_id bigint,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  granted_by text not null,
  granted_at timestamptz not null
);
create index role_holding_account on identity.role_holding (account_id);
create index role_holding_role on identity.role_holding (role_id);

-- Somebody acts for another, with some of the other's roles, for some days; `valid_to` is the first day without it.
create table identity.delegation (
  id bigint generated always as identity primary key,
  from_account_id bigint not null references identity.account (id),
  to_account_id bigint not null references identity.account (id),
  valid_from date not null,
  valid_to date not null check (valid_to > valid_from),
  reason text not null check (reason <> ''),
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz,
  check (from_account_id <> to_account_id)
);
create index delegation_to on identity.delegation (to_account_id);
create index delegation_from on identity.delegation (from_account_id);
create table identity.delegated_holding (
  delegation_id bigint not null references identity.delegation (id),
  holding_id bigint not null references identity.role_holding (id),
  primary key (delegation_id, holding_id)
);

-- The token itself is only in the person's browser.
create table identity.sign_in (
  id bigint generated always as identity primary key,
  digest bytea not null unique,
  account_id bigint not null references identity.account (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  address_digest text not null,
  browser text not null,
  second_step boolean not null
);
create index sign_in_account on identity.sign_in (account_id) where ended_at is null;

-- What an invitation or a reset letter carries: its token is computed from `nonce` and a key kept outside the database.
create table identity.pass (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('invitation', 'reset')),
  account_id bigint not null references identity.account (id),
  nonce bytea not null,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create unique index pass_open on identity.pass (account_id) where used_at is null and revoked_at is null;

-- For programs. An empty `areas` takes the owner's scope as it is; otherwise it narrows it.
create table identity.token (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account (id),
  label text not null check (label <> ''),
  digest bytea not null unique,
  grants text[] not null,
  areas bigint[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index token_account on identity.token (account_id);

-- A name that a person gave to the address of a list. What they look for is theirs alone.
create table identity.saved_view (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account (id),
  list text not null check (list like '/%'),
  name text not null check (name <> ''),
  query text not null,
  created_at timestamptz not null,
  unique (account_id, list, name)
);
