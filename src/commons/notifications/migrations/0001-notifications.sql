create table notifications.notice (
  id bigint generated always as identity primary key,
  account_id bigint not null,
  said_es text not null,
  said_en text not null,
  href text not null,
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz
);
create index notice_account on notifications.notice (account_id, id desc);
create index notice_unread on notifications.notice (account_id) where read_at is null;

create table notifications.preference (
  account_id bigint primary key,
  by_mail boolean not null
);

-- Citizens who asked for news by mail. The address goes when they leave; the letter's key is made from `nonce`.
create table notifications.subscription (
  id bigint generated always as identity primary key,
  email text not null,
  -- Null: everything that is published.
  section_id bigint,
  locale text not null check (locale in ('es', 'en')),
  nonce bytea not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  -- Everything published until then was sent.
  sent_until timestamptz not null
);
create unique index subscription_of on notifications.subscription (email, coalesce(section_id, 0));
