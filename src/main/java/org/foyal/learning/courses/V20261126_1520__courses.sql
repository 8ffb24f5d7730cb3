-- What is taught, where and when. Room, trainer and equipment are never booked twice: the database itself refuses it.
create extension if not exists btree_gist;

create function learning.is_course_text(text jsonb, longest int) returns boolean language sql immutable as $$
  select jsonb_typeof(text) = 'object' and text ? 'fr'
    and not exists (
      select from jsonb_each(text) e
      where jsonb_typeof(e.value) <> 'string' or length(e.value #>> '{}') not between 1 and longest)
$$;

-- What people want to be able to do, in plain words.
create table learning.need (
  code    text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  title   jsonb not null check (learning.is_course_text(title, 100)),
  place   int not null default 0 check (place between 0 and 9999),
  active  boolean not null default true,
  example boolean not null default false,
  version int not null default 1
);

create table learning.course (
  code        text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  title       jsonb not null check (learning.is_course_text(title, 150)),
  description jsonb not null check (learning.is_course_text(description, 2000)),
  bring       jsonb check (learning.is_course_text(bring, 500)), -- nothing: bring nothing
  price       jsonb check (learning.is_course_text(price, 200)), -- nothing: it is free
  level       text not null check (level in ('BEGINNER', 'INTERMEDIATE', 'ADVANCED')),
  minutes     int not null check (minutes between 15 and 480),
  audiences   text[] not null default '{}'
    check (audiences <@ array['YOUNG_AND_WOMEN', 'PROJECT_HOLDERS', 'EVERYBODY', 'COMPANIES']),
  competences text[] not null default '{}' check (cardinality(competences) <= 16),
  active      boolean not null default true,
  example     boolean not null default false,
  version     int not null default 1
);

create table learning.course_need (
  course text not null references learning.course,
  need   text not null references learning.need,
  primary key (course, need)
);
create index on learning.course_need (need);

-- What a session needs and what can be in one place at a time only.
create table learning.resource (
  id      uuid primary key,
  kind    text not null check (kind in ('ROOM', 'TRAINER', 'EQUIPMENT')),
  name    text not null check (length(name) between 1 and 100),
  place   uuid references learning.place, -- of a room
  seats   int check (seats between 1 and 500), -- of a room
  account uuid, -- of a trainer who signs in
  active  boolean not null default true,
  example boolean not null default false,
  version int not null default 1,
  check ((kind = 'ROOM') = (place is not null and seats is not null)),
  check (account is null or kind = 'TRAINER')
);
create index on learning.resource (kind, name);
create unique index on learning.resource (account) where account is not null;

create table learning.series (
  id     uuid primary key,
  rhythm text not null check (rhythm in ('DAY', 'WEEK', 'TWO_WEEKS', 'FOUR_WEEKS'))
);

create table learning.session (
  id                  uuid primary key,
  course              text not null references learning.course,
  series              uuid references learning.series,
  place               uuid not null references learning.place,
  room                uuid references learning.resource,
  starts_at           timestamptz not null,
  ends_at             timestamptz not null,
  set_up_minutes      int not null default 0 check (set_up_minutes between 0 and 120),
  clean_up_minutes    int not null default 0 check (clean_up_minutes between 0 and 120),
  seats               int not null check (seats between 1 and 500),
  language            text not null check (language in ('fr', 'en', 'gcf')),
  childcare           boolean not null default false,
  step_free           boolean not null default false,
  women_only          boolean not null default false,
  reserved_percent    int not null default 0 check (reserved_percent between 0 and 100),
  reserved_until_days int not null default 7 check (reserved_until_days between 0 and 60),
  state               text not null default 'PLANNED' check (state in ('PLANNED', 'CANCELLED')),
  cancel_reason       text check (cancel_reason in ('TRAINER_ILL', 'CYCLONE', 'TOO_FEW', 'ROOM', 'OTHER')),
  cancel_words        text check (length(cancel_words) between 1 and 300),
  version             int not null default 1,
  sequence            int not null default 0, -- of iCalendar: one more at each change of time, place or state
  changed_at          timestamptz not null,
  example             boolean not null default false,
  check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours'),
  check ((state = 'CANCELLED') = (cancel_reason is not null)),
  check (cancel_words is null or cancel_reason is not null),
  check (cancel_reason is distinct from 'OTHER' or cancel_words is not null)
);
create index on learning.session (starts_at, id);
create index on learning.session (series, starts_at) where series is not null;
create index on learning.session (course, starts_at);
create index on learning.session (changed_at);

-- What is taken when, for a session or for an appointment; its buffers are in it.
create table learning.occupation (
  id          bigint generated always as identity primary key,
  resource    uuid not null references learning.resource,
  during      tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  active      boolean not null default true,
  session     uuid references learning.session on delete cascade,
  appointment uuid,
  check (num_nonnulls(session, appointment) = 1),
  constraint never_booked_twice exclude using gist (resource with =, during with &&) where (active)
);
create unique index on learning.occupation (session, resource) where session is not null;
create index on learning.occupation (appointment) where appointment is not null;
