create schema participation;

create function participation.is_told(text jsonb, longest int) returns boolean language sql immutable as $$
  select jsonb_typeof(text) = 'object' and text ? 'fr'
    and not exists (
      select from jsonb_each(text) e
      where jsonb_typeof(e.value) <> 'string' or length(e.value #>> '{}') not between 1 and longest)
$$;

-- Words as the search compares them: small, without accents, nothing but letters and digits.
create function participation.fold(words text) returns text language sql immutable strict parallel safe
return regexp_replace(
  regexp_replace(normalize(lower(words), nfd), U&'[\0300-\036F]', '', 'g'), '[^[:alnum:]]+', ' ', 'g');

-- Where officials sit, what questions are about, who holds which mandate. The city enters its own.
create table participation.body (
  code    text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  kind    text not null check (kind in ('COMMUNE', 'AGGLOMERATION', 'COLLECTIVITY')),
  title   jsonb not null check (participation.is_told(title, 150)),
  place   int not null default 0 check (place between 0 and 9999),
  active  boolean not null default true,
  example boolean not null default false,
  version int not null default 1
);
create table participation.theme (
  code    text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  title   jsonb not null check (participation.is_told(title, 100)),
  place   int not null default 0 check (place between 0 and 9999),
  active  boolean not null default true,
  example boolean not null default false,
  version int not null default 1
);
create table participation.mandate (
  code         text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  body         text not null references participation.body,
  name         text not null check (length(name) between 1 and 150),
  role         jsonb not null check (participation.is_told(role, 150)),
  themes       text[] not null default '{}' check (cardinality(themes) <= 50),
  areas        text[] not null default '{}' check (cardinality(areas) <= 300),
  since        date not null,
  until        date,
  accounts     uuid[] not null default '{}' check (cardinality(accounts) <= 20),
  working_days int not null check (working_days between 1 and 1000),
  accepted     boolean not null default false,
  place        int not null default 0 check (place between 0 and 9999),
  example      boolean not null default false,
  version      int not null default 1,
  constraint mandate_ends_after_it_begins check (until >= since)
);

-- A question whose e-mail address nobody has confirmed: no desk sees it, and it is erased after a week.
create table participation.asking (
  form         uuid primary key,
  confirm_hash text not null unique check (length(confirm_hash) = 64),
  mandate      text not null references participation.mandate,
  theme        text references participation.theme,
  area         text check (length(area) between 1 and 40),
  title        text not null check (length(title) between 5 and 150),
  words        text not null check (length(words) between 1 and 3500),
  name         text check (length(name) between 1 and 200),
  address      text not null check (length(address) between 3 and 254),
  language     text not null check (language in ('fr', 'en', 'gcf')),
  at           timestamptz not null
);
create index asking_at on participation.asking (at);

-- When a letter went to somebody, as a hash of their address, so that nobody floods a stranger.
create table participation.confirm_letter (
  addressee text not null check (addressee ~ '^[0-9a-f]{64}$'),
  at        timestamptz not null
);
create index confirm_letter_of on participation.confirm_letter (addressee, at);
create index confirm_letter_at on participation.confirm_letter (at);

-- A question; its thread, clock and asker are the case's, in the room `cases`.
create table participation.question (
  case_id      bigint primary key,
  reference    text not null unique,
  confirm_hash text unique,
  mandate      text not null references participation.mandate,
  theme        text references participation.theme,
  area         text check (length(area) between 1 and 40),
  title        text not null,
  words        text not null,
  erased_on    date,
  asked_at     timestamptz not null,
  due_on       date not null,
  shown        text not null default 'WAITING' check (shown in ('WAITING', 'SHOWN', 'HIDDEN')),
  rule         text check (length(rule) between 1 and 60),
  moderated_at timestamptz,
  published_on date,
  answered_on  date,
  example      boolean not null default false,
  search       tsvector generated always as (to_tsvector('simple', participation.fold(title || ' ' || words))) stored,
  constraint asked_or_erased check (case when erased_on is null
    then length(title) between 5 and 150 and length(words) between 1 and 3500
    else title = '' and words = '' and shown <> 'SHOWN' end),
  check ((shown = 'HIDDEN') = (rule is not null)),
  check ((shown = 'WAITING') = (moderated_at is null)),
  constraint published_when_shown check (shown <> 'SHOWN' or published_on is not null),
  constraint answered_after_published check (answered_on >= published_on),
  constraint only_what_was_published_is_answered check (answered_on is null or published_on is not null)
);
create index question_search on participation.question using gin (search);
create index question_of_mandate on participation.question (mandate, case_id desc);
create index question_waiting on participation.question (case_id) where shown = 'WAITING';
create index question_owed on participation.question (due_on) where shown = 'SHOWN' and answered_on is null;

create function participation.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'it stands as it was written' using errcode = 'check_violation', constraint = 'stands_as_written';
end $$;

-- Whom a question was put to before, and until when. Nobody takes a line out.
create table participation.transfer (
  id      bigint generated always as identity primary key,
  case_id bigint not null references participation.question,
  mandate text not null references participation.mandate,
  name    text not null check (length(name) between 1 and 150),
  at      timestamptz not null,
  account uuid
);
create index transfer_of_question on participation.transfer (case_id, id);
create trigger transfer_stands before update or delete on participation.transfer
  for each row execute function participation.refuse_to_rewrite();

-- What was answered, in public; a later addition is a second answer.
create table participation.answer (
  id      bigint generated always as identity primary key,
  case_id bigint not null references participation.question,
  form    uuid not null unique,
  words   text not null check (length(words) between 1 and 3500),
  author  text not null check (author in ('OFFICIAL', 'OFFICE')),
  name    text not null check (length(name) between 1 and 150),
  at      timestamptz not null,
  account uuid not null
);
create index answer_of_question on participation.answer (case_id, id);
create trigger answer_stands before update or delete on participation.answer
  for each row execute function participation.refuse_to_rewrite();

-- What an answer commits to, and by when.
create table participation.pledge (
  id     bigint generated always as identity primary key,
  answer bigint not null references participation.answer,
  what   text not null check (length(what) between 1 and 300),
  due_on date not null
);
create index pledge_of_answer on participation.pledge (answer, id);
create index pledge_due on participation.pledge (due_on);
create trigger pledge_stands before update or delete on participation.pledge
  for each row execute function participation.refuse_to_rewrite();

-- What was said of it since, each with its source; the last line counts.
create table participation.pledge_state (
  id       bigint generated always as identity primary key,
  pledge   bigint not null references participation.pledge,
  declared text not null check (declared in ('UNDER_WAY', 'KEPT', 'DROPPED', 'UNKNOWN')),
  known_on date not null,
  source   text not null check (length(source) between 1 and 500),
  at       timestamptz not null,
  account  uuid not null
);
create index state_of_pledge on participation.pledge_state (pledge, id);
create trigger pledge_state_stands before update or delete on participation.pledge_state
  for each row execute function participation.refuse_to_rewrite();

-- What whoever asked says of the answer, once.
create table participation.verdict (
  case_id bigint primary key references participation.question,
  verdict text not null check (verdict in ('ANSWERED', 'SET_PHRASE')),
  at      timestamptz not null
);
