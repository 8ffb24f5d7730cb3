-- Alerts: rules of the staff, how far each has seen, what was opened.
create table things.alert_rule (
  id uuid primary key,
  datastream bigint not null references things.datastream on delete cascade,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('ABOVE', 'BELOW', 'ABSENCE', 'CONSTANT')),
  bound double precision check ((bound is not null) = (kind in ('ABOVE', 'BELOW'))),
  hysteresis double precision not null default 0 check (hysteresis >= 0),
  readings int not null default 1 check (readings between 1 and 10000),
  minutes int not null default 0 check (minutes between 0 and 527040),
  opens_case boolean not null,
  department text,                                          -- who answers the case; a code of `cases`
  made_at timestamptz not null,
  removed_at timestamptz,                                   -- rules stay, so that their alerts can be read
  version int not null check (version > 0));
create index alert_rule_datastream on things.alert_rule (datastream) where removed_at is null;

-- Who is told: accounts of the staff.
create table things.alert_addressee (
  rule uuid not null references things.alert_rule on delete cascade,
  account uuid not null,
  primary key (rule, account));

-- How far a rule has seen; what came in later for an earlier time changes nothing.
create table things.alert_watch (
  rule uuid primary key references things.alert_rule on delete cascade,
  phase text not null check (phase in ('QUIET', 'HELD', 'OPEN', 'CLEARED', 'DISMISSED')),
  newest timestamptz not null,
  run int not null check (run >= 0),
  run_since timestamptz not null,
  run_value double precision not null,
  heard_at timestamptz);                                    -- of the datastream, when this was last worked out

create table things.alert (
  id bigint generated always as identity primary key,
  rule uuid not null references things.alert_rule on delete cascade,
  since timestamptz not null,                               -- of what is wrong, as reported
  value double precision,                                   -- that opened it; none: nothing was reported
  opened_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  note text check (length(note) between 1 and 2000),
  closed_at timestamptz,
  closed_by uuid,                                           -- none: it closed by itself
  case_reference text,
  case_noted boolean not null default false,                -- whether the case says that it is closed
  check ((acknowledged_by is null) = (acknowledged_at is null)),
  check (note is null or acknowledged_at is not null),
  check (closed_by is null or closed_at is not null));
create unique index alert_open on things.alert (rule) where closed_at is null;
create index alert_closed on things.alert (closed_at desc) where closed_at is not null;

-- Maintenance: of a rule, or of all rules of a thing.
create table things.alert_pause (
  id uuid primary key,
  rule uuid references things.alert_rule on delete cascade,
  thing bigint references things.thing on delete cascade,
  since timestamptz not null,
  until timestamptz not null,
  made_by uuid,
  check ((rule is null) <> (thing is null)),
  check (until > since));
create index alert_pause_until on things.alert_pause (until);
