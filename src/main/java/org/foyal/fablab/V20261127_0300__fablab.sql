-- The FabLab Solidaire: who comes, what stands there, and what each kind of machine asks of whoever works at it.
create schema fablab;

create function fablab.is_text(text jsonb, longest int) returns boolean language sql immutable as $$
  select jsonb_typeof(text) = 'object' and text ? 'fr'
    and not exists (
      select from jsonb_each(text) e
      where jsonb_typeof(e.value) <> 'string' or length(e.value #>> '{}') not between 1 and longest)
$$;

-- Somebody who comes to the lab, without an account. Name and contact stand once, in `learning`, under the same
-- identifier: whoever has them erased there has no name here either.
create table fablab.member (
  id               uuid primary key,                       -- the learner's, in `learning`
  reference        text not null unique check (length(reference) = 8), -- with its code it opens their page
  birth_year       int check (birth_year between 1900 and 2100),       -- machines have an age from which they may be used
  area             text check (length(area) between 1 and 40),
  guardian_seen_on date,                                   -- of a minor: the day on which a guardian's consent was seen
  since            timestamptz not null,
  seen_at          timestamptz not null,
  example          boolean not null default false
);

-- A kind of machine: the ladder, its dangers and its rules are the kind's, not the single machine's.
create table fablab.machine_type (
  code             text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  title            jsonb not null check (fablab.is_text(title, 100)),
  about            jsonb not null check (fablab.is_text(about, 2000)),
  hazards          text[] not null default '{}'
    check (hazards <@ array['LASER', 'CUTTING', 'HEAT', 'FUMES', 'BATTERY', 'NOISE', 'DUST', 'VOLTAGE']),
  protection       text[] not null default '{}'            -- what is worn at it
    check (protection <@ array['GLASSES', 'GLOVES', 'EARS', 'MASK', 'HAIR_TIED', 'CLOSED_SHOES']),
  fume_extraction  boolean not null default false,         -- runs only while the extraction does
  youngest_years   int not null default 0 check (youngest_years between 0 and 99),
  people_at_least  int not null default 1 check (people_at_least between 1 and 4), -- two where nobody may be alone
  per_supervisor   int not null default 4 check (per_supervisor between 1 and 50), -- people whom one supervises at once
  level_to_book    int not null default 1 check (level_to_book between 0 and 4),
  valid_months     int not null default 24 check (valid_months between 1 and 120), -- of what is granted
  recent_months    int check (recent_months between 1 and 60), -- without use for longer: one level less
  shortest_minutes int not null default 30 check (shortest_minutes between 5 and 720),
  longest_minutes  int not null default 240 check (longest_minutes between 5 and 1440),
  set_up_minutes   int not null default 0 check (set_up_minutes between 0 and 120),
  clean_up_minutes int not null default 10 check (clean_up_minutes between 0 and 120),
  notice_minutes   int not null default 30 check (notice_minutes between 0 and 10080), -- earliest before the start
  scarce           boolean not null default false,         -- whoever booked says again, the day before, that they come
  active           boolean not null default true,
  example          boolean not null default false,
  version          int not null default 1,
  check (longest_minutes >= shortest_minutes)
);

-- What one must be granted at another kind of machine before a level of this one. No circle: a trigger sees to it.
create table fablab.machine_type_need (
  type       text not null references fablab.machine_type,
  needs      text not null references fablab.machine_type,
  needs_level int not null check (needs_level between 1 and 4),
  primary key (type, needs),
  check (type <> needs)
);

-- A room of the lab, or a part of one: whoever takes the whole takes its parts, and a part keeps the whole from others.
create table fablab.space (
  id      uuid primary key,
  name    text not null check (length(name) between 1 and 100),
  place   uuid,                                            -- of `learning`: where it stands in the city
  seats   int not null check (seats between 1 and 500),
  part_of uuid references fablab.space,
  active  boolean not null default true,
  example boolean not null default false,
  version int not null default 1,
  check (part_of <> id)
);

create table fablab.machine (
  id                  uuid primary key,
  type                text not null references fablab.machine_type,
  space               uuid not null references fablab.space,
  name                text not null check (length(name) between 1 and 100),
  state               text not null default 'AVAILABLE' check (state in ('AVAILABLE', 'CLEANING', 'BROKEN', 'MAINTENANCE', 'RETIRED')),
  state_words         text check (length(state_words) between 1 and 300),
  state_since         timestamptz not null,
  used_minutes        bigint not null default 0 check (used_minutes >= 0),  -- in all its life here
  service_every_hours int check (service_every_hours between 1 and 100000), -- of use; none: without a rule
  serviced_at_minutes bigint not null default 0 check (serviced_at_minutes >= 0), -- how much it was used when last serviced
  example             boolean not null default false,
  version             int not null default 1
);
create index machine_of_type on fablab.machine (type);
create index machine_of_space on fablab.machine (space);
