-- Whoever writes into the connected city has a name and a secret of its own: the city's gateway, a maker's device. A
-- secret is drawn by lot with 128 bits, so its SHA-256 is all that is kept; an earlier one opens until a set moment.
create table things.device (
  id uuid primary key,
  username text not null unique check (username <> ''),
  name text not null check (name <> ''),
  digest bytea check (length(digest) = 32),                 -- none: its claim code was not exchanged yet
  earlier_digest bytea check (length(earlier_digest) = 32),
  earlier_until timestamptz,
  every_thing boolean not null,                             -- else those of device_thing
  a_day integer not null check (a_day > 0),                 -- observations
  burst integer not null check (burst > 0),                 -- observations at once, refilled in a minute
  example boolean not null default false,                   -- what it stores was invented by a demonstration
  made_at timestamptz not null,
  rotated_at timestamptz,
  revoked_at timestamptz,
  heard_at timestamptz,
  check ((earlier_digest is null) = (earlier_until is null)));

create table things.device_thing (
  device uuid not null references things.device on delete cascade,
  thing bigint not null references things.thing on delete cascade,
  primary key (device, thing));
create index device_thing_thing on things.device_thing (thing);

-- A code of eight signs that is exchanged once, within two days, for the credentials of a device.
create table things.claim (
  digest bytea primary key check (length(digest) = 32),
  device uuid not null references things.device on delete cascade,
  until timestamptz not null,
  used_at timestamptz);
create index claim_device on things.claim (device);
