-- « Ma fibre »: who sells, who wants to be told when a home can order, what residents say is wrong.
create table fibre.seller (
  id         uuid primary key,
  name       text not null check (length(name) between 1 and 100),
  code       text check (code ~ '^[A-Z0-9]{2,20}$'),        -- as the regulator's file writes it
  phone      text check (length(phone) between 2 and 20),
  page       text check (page ~ '^https://'),
  checked_on date not null,                                 -- when an agent last saw that it is right
  active     boolean not null,
  example    boolean not null default false,
  version    integer not null check (version >= 1),
  check (num_nonnulls(phone, page) >= 1));
create unique index seller_name on fibre.seller (lower(name));

-- An address that somebody follows, by e-mail (`post.subscription` has who) or by telephone. No name stands here.
create table fibre.followed (
  topic      text primary key check (topic ~ '^fibre\.address\.[0-9a-f]{32}$'),
  ref        text check (length(ref) between 1 and 120),    -- the building in its file; none: nothing is known there
  street_id  text not null,
  number     text not null,
  block      text not null,
  label      text not null check (length(label) between 1 and 300),
  example    boolean not null default false,
  since      timestamptz not null,
  told_at    timestamptz check (told_at >= since));          -- when it became possible to order

-- Somebody without e-mail, to be called.
create table fibre.call (
  id         uuid primary key,
  topic      text not null references fibre.followed on delete cascade,
  name       text not null check (length(name) between 1 and 100),
  phone      text not null check (length(phone) between 2 and 20),
  noted_at   timestamptz not null,
  noted_by   uuid,
  called_at  timestamptz check (called_at >= noted_at),
  example    boolean not null default false,
  unique (topic, phone));
create index call_waiting on fibre.call (noted_at) where called_at is null;

-- A building that a resident says is wrong or missing: a case of the room `cases`, that its operator answers.
create table fibre.objection (
  case_id     bigint primary key,
  reference   text not null unique,
  kind        text not null check (kind in ('MISSING', 'ADDRESS', 'STATE', 'OTHER')),
  ref         text check (length(ref) between 1 and 120),
  label       text not null check (length(label) between 1 and 300),
  operator    text check (operator ~ '^[A-Z0-9]{2,8}$'),    -- whose it is to answer; none: nobody's we know
  example     boolean not null default false,
  filed_at    timestamptz not null,
  answer      text check (answer in ('AGREED', 'MENDED', 'DISAGREED')),
  answered_at timestamptz check (answered_at >= filed_at),
  answered_by uuid,                                         -- an account of the room `people`
  check ((answer is null) = (answered_at is null)));
create index objection_open on fibre.objection (operator, filed_at) where answer is null or answer = 'AGREED';
