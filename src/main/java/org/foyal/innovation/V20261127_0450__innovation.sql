-- Calls for projects: what is called for, who applies, who looks at it and what is decided; and the directory of
-- companies and associations that asked to be in it.
create schema innovation;

-- A text by language code; Spanish too, for readers of the Caribbean. The French is always there.
create function innovation.is_text(text jsonb, longest int) returns boolean language sql immutable as $$
  select jsonb_typeof(text) = 'object' and text ? 'fr'
    and not exists (
      select from jsonb_each(text) e
      where e.key not in ('fr', 'en', 'gcf', 'es')
        or jsonb_typeof(e.value) <> 'string' or length(e.value #>> '{}') not between 1 and longest)
$$;

create table innovation.call (
  code           text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  title          jsonb not null check (innovation.is_text(title, 150)),
  about          jsonb not null check (innovation.is_text(about, 4000)),
  contact        text not null check (length(contact) between 1 and 200), -- whom to ask, as the page says it
  holders        text[] not null check (holders <@ array['PERSON', 'ASSOCIATION', 'COMPANY'] and cardinality(holders) > 0),
  origins        text[] not null check (origins <@ array['CITY', 'ISLAND', 'CARIBBEAN', 'ELSEWHERE'] and cardinality(origins) > 0),
  youngest_years int check (youngest_years between 0 and 120),
  oldest_years   int check (oldest_years between 0 and 120),
  most_euros     int check (most_euros between 1 and 100000000),
  opens_at       timestamptz not null,
  closes_at      timestamptz not null,
  published_at   timestamptz,
  example        boolean not null default false,
  version        int not null default 1,
  check (closes_at > opens_at),
  check (oldest_years is null or youngest_years is null or oldest_years >= youngest_years)
);

create table innovation.criterion (
  call   text not null references innovation.call on delete cascade,
  number int not null check (number between 1 and 12),
  title  jsonb not null check (innovation.is_text(title, 150)),
  about  jsonb not null check (innovation.is_text(about, 1000)),
  weight int not null check (weight between 1 and 100),
  primary key (call, number)
);

create table innovation.application (
  id            uuid primary key,
  reference     text not null unique check (length(reference) = 8),
  form          uuid not null unique,                   -- of the page on which it began: sent twice, it is one draft
  call          text not null references innovation.call,
  state         text not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'FUNDED', 'DECLINED', 'WITHDRAWN')),
  language      text not null check (language in ('fr', 'en', 'gcf', 'es')),
  holder        text check (holder in ('PERSON', 'ASSOCIATION', 'COMPANY')),
  name          text check (length(name) between 1 and 200),
  birth_year    int check (birth_year between 1900 and 2100),
  origin        text check (origin in ('CITY', 'ISLAND', 'CARIBBEAN', 'ELSEWHERE')),
  area          text check (length(area) between 1 and 40),
  registration  text check (length(registration) between 1 and 20),
  email         text check (length(email) <= 254),
  phone         text check (length(phone) <= 40),
  shows_name    boolean not null default false,         -- a person may be named in the public list, if they said so
  title         text check (length(title) between 1 and 150),
  summary       text check (length(summary) between 1 and 2000),
  euros         int check (euros between 1 and 100000000),
  helper        uuid,                                   -- of the staff, who began it for somebody
  started_at    timestamptz not null,
  saved_at      timestamptz not null,
  submitted_at  timestamptz,
  one_of        text,                                   -- by what the same holder is known within one call; only a hash
  decided_at    timestamptz,
  decided_by    text check (length(decided_by) <= 200),
  reasons       jsonb check (innovation.is_text(reasons, 4000)),
  granted_euros int check (granted_euros between 1 and 100000000),
  erased_at     timestamptz,
  example       boolean not null default false,
  version       int not null default 1,
  check ((state = 'DRAFT') = (submitted_at is null)),
  check (state not in ('FUNDED', 'DECLINED') or (decided_at is not null and reasons is not null)),
  check ((state = 'FUNDED') = (granted_euros is not null))
);
create index application_of_call on innovation.application (call, state);
-- The same holder applies once to a call, whatever is sent at once.
create unique index application_once on innovation.application (call, one_of) where state in ('SUBMITTED', 'FUNDED', 'DECLINED');

create table innovation.answer (
  application uuid not null references innovation.application on delete cascade,
  criterion   int not null,
  words       text not null check (length(words) between 1 and 3000),
  primary key (application, criterion)
);

create table innovation.attachment (
  id          bigint generated always as identity primary key,
  application uuid not null references innovation.application on delete cascade,
  hash        text not null check (length(hash) = 64),
  media_type  text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes       bytea not null,
  added_at    timestamptz not null,
  unique (application, hash)
);

-- Who of the staff looks at the applications of a call.
create table innovation.reviewer (
  call    text not null references innovation.call on delete cascade,
  account uuid not null,
  name    text not null check (length(name) between 1 and 200),
  primary key (call, account)
);

-- What a reviewer said before seeing more than who applies: whether they have a stake in it.
create table innovation.review (
  application uuid not null references innovation.application on delete cascade,
  account     uuid not null,
  name        text not null,
  conflict    boolean not null,
  words       text check (length(words) between 1 and 1000),
  declared_at timestamptz not null,
  handed_in_at timestamptz,
  primary key (application, account),
  unique (application, account, conflict),
  check (conflict = false or words is not null),
  check (conflict = false or handed_in_at is null)
);

-- Whoever declared a stake can have no score here: the key to the review carries that there is none.
create table innovation.score (
  application uuid not null,
  account     uuid not null,
  conflict    boolean not null default false check (not conflict),
  criterion   int not null,
  points      int not null check (points between 0 and 5),
  reason      text not null check (length(reason) between 1 and 2000),
  primary key (application, account, criterion),
  foreign key (application, account, conflict) references innovation.review (application, account, conflict) on delete cascade
);

create table innovation.milestone (
  application uuid not null references innovation.application on delete cascade,
  number      int not null check (number between 1 and 30),
  words       text not null check (length(words) between 1 and 300),
  due_on      date not null,
  link        text check (link ~ '^/[a-z][a-z0-9/-]{0,150}$'), -- a page of the house, below the language
  done_on     date,
  primary key (application, number)
);

create table innovation.listing (
  id           uuid primary key,
  form         uuid not null unique,
  kind         text not null check (kind in ('ASSOCIATION', 'COMPANY')),
  name         text not null check (length(name) between 1 and 200),
  registration text not null check (length(registration) between 1 and 20),
  about        text not null check (length(about) between 1 and 600),
  website      text check (length(website) between 1 and 200),
  origin       text not null check (origin in ('CITY', 'ISLAND', 'CARIBBEAN', 'ELSEWHERE')),
  email        text check (length(email) <= 254),       -- of whoever asked; shown to nobody
  language     text not null check (language in ('fr', 'en', 'gcf', 'es')),
  token        text not null check (length(token) = 64), -- hash of what the links in the letter carry
  state        text not null default 'ASKED' check (state in ('ASKED', 'CONFIRMED', 'SHOWN', 'REFUSED')),
  reason       text check (length(reason) between 1 and 600),
  asked_at     timestamptz not null,
  decided_at   timestamptz,
  example      boolean not null default false,
  check (state <> 'REFUSED' or reason is not null)
);
create unique index listing_once on innovation.listing (registration) where state in ('CONFIRMED', 'SHOWN');
