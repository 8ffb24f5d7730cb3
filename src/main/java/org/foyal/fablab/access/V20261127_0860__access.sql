-- Interlocks at machines, badges of people, and each time that a machine ran. What an interlock said is never changed.
create table fablab.interlock (
  device  uuid primary key,                                -- of `things`: its credentials
  machine uuid not null references fablab.machine,
  seen_at timestamptz,
  ended_at timestamptz,
  example boolean not null default false
);
create unique index one_interlock_a_machine on fablab.interlock (machine) where ended_at is null;

-- What a card holds is kept as its digest alone.
create table fablab.badge (
  id       uuid primary key,                               -- the form: the same one is given once
  member   uuid not null references fablab.member,
  digest   text not null unique check (length(digest) = 64),
  given_at timestamptz not null,
  given_by uuid,
  ended_at timestamptz,
  example  boolean not null default false
);
create index badge_of on fablab.badge (member, given_at);

create table fablab.run (
  id       uuid primary key,                               -- the interlock's own
  device   uuid not null references fablab.interlock,
  machine  uuid not null references fablab.machine,
  member   uuid references fablab.member,                  -- none: nobody knows the badge
  booking  uuid references fablab.booking,
  state    text not null check (state in ('RUNS', 'ENDED', 'REFUSED')),
  replayed boolean not null,                               -- told afterwards: the interlock was alone then
  entitled boolean not null,                               -- whether it was allowed to run
  reason   text check (length(reason) between 1 and 40),   -- why not
  began_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  sequence int not null check (sequence >= 0),             -- of the last message that counted
  example  boolean not null default false,
  check ((state = 'RUNS') = (ended_at is null)),
  check (until_at >= began_at and ended_at >= began_at)
);
create unique index a_machine_runs_once on fablab.run (machine) where state = 'RUNS' and not replayed;
create index run_of on fablab.run (machine, began_at desc);
create index run_of_member on fablab.run (member, began_at desc);

create table fablab.run_message (
  run         uuid not null references fablab.run,
  sequence    int not null check (sequence >= 0),
  digest      text not null check (length(digest) = 64),   -- of what it said: the same again is the same
  received_at timestamptz not null,
  power       boolean not null,
  until_at    timestamptz not null,
  reason      text,
  primary key (run, sequence)
);
create trigger kept_as_written before update or delete on fablab.run_message
  for each row execute function fablab.refuse_change();
