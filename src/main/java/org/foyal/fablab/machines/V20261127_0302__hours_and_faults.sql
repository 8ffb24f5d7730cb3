-- What is taught for a kind of machine, what is looked at before somebody is granted it; the states of machines with
-- their history; when the lab is open; what is broken.

create function fablab.is_list_of_texts(list jsonb, longest int) returns boolean language sql immutable as $$
  select jsonb_typeof(list) = 'array' and jsonb_array_length(list) <= 30
    and not exists (select from jsonb_array_elements(list) e where not fablab.is_text(e.value, longest))
$$;

alter table fablab.machine_type
  add column course text check (length(course) between 1 and 60), -- of `learning`: what is taught before one works at it
  add column course_level int not null default 2 check (course_level between 1 and 4), -- what whoever attended may be granted
  add column checks jsonb not null default '[]' check (fablab.is_list_of_texts(checks, 200)); -- looked at, one by one, before a grant

-- Whoever asks for what asks in the end for itself is never granted anything.
create function fablab.refuse_circle() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('fablab.machine_type_need')); -- two halves of a circle at once
  if exists (
    with recursive below(type) as (
      values (new.needs)
      union select n.needs from fablab.machine_type_need n join below b on n.type = b.type)
    select from below where type = new.type) then
    raise exception 'asks in a circle: % and %', new.type, new.needs
      using errcode = 'check_violation', constraint = 'needs_never_in_a_circle';
  end if;
  return new;
end $$;
create trigger needs_never_in_a_circle before insert or update on fablab.machine_type_need
  for each row execute function fablab.refuse_circle();

create function fablab.refuse_circle_of_spaces() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('fablab.space'));
  if exists (
    with recursive above(id) as (
      values (new.part_of)
      union select s.part_of from fablab.space s join above a on s.id = a.id where s.part_of is not null)
    select from above where id = new.id) then
    raise exception 'a space is no part of itself' using errcode = 'check_violation', constraint = 'spaces_never_in_a_circle';
  end if;
  return new;
end $$;
create trigger spaces_never_in_a_circle before insert or update of part_of on fablab.space
  for each row when (new.part_of is not null) execute function fablab.refuse_circle_of_spaces();

create function fablab.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what happened in the lab stays written' using errcode = 'check_violation', constraint = 'kept_as_written';
end $$;

-- What became of a machine. Nobody takes a line out.
create table fablab.machine_state (
  id      bigint generated always as identity primary key,
  machine uuid not null references fablab.machine,
  at      timestamptz not null,
  state   text not null check (state in ('AVAILABLE', 'CLEANING', 'BROKEN', 'MAINTENANCE', 'RETIRED')),
  words   text check (length(words) between 1 and 300),
  serviced_at_minutes bigint check (serviced_at_minutes >= 0), -- a service: how much it was used then
  account uuid                                             -- who of the staff said so; nobody: the program
);
create index machine_state_of on fablab.machine_state (machine, id);
create trigger kept_as_written before update or delete on fablab.machine_state
  for each row execute function fablab.refuse_change();

-- Somebody at the machine, or at the counter, says that something is wrong with it. Nobody's name stands here.
create table fablab.fault (
  id          uuid primary key,                            -- the form: the same one is noted once
  machine     uuid not null references fablab.machine,
  at          timestamptz not null,
  words       text not null check (length(words) between 1 and 1000),
  dangerous   boolean not null,
  channel     text not null check (channel in ('MACHINE', 'COUNTER')),
  state       text not null default 'OPEN' check (state in ('OPEN', 'MENDED', 'NOTHING')),
  answered_at timestamptz,
  answer      text check (length(answer) between 1 and 300),
  account     uuid,
  example     boolean not null default false,
  check ((state = 'OPEN') = (answered_at is null))
);
create index fault_open on fablab.fault (machine) where state = 'OPEN';
create index fault_of on fablab.fault (machine, at);

-- When the lab is open, week by week: with staff, for those who may work alone, in solidarity hours.
create table fablab.opening_hours (
  id          uuid primary key,
  weekday     int not null check (weekday between 1 and 7), -- Monday is 1
  opens       time not null,
  closes      time not null check (closes > opens),
  kind        text not null check (kind in ('STAFFED', 'SELF', 'SOLIDARITY')),
  since       date not null,
  until       date check (until >= since),                 -- its last day
  example     boolean not null default false,
  version     int not null default 1
);

-- A day on which the lab is closed, beside the days on which the whole city is.
create table fablab.closed_day (
  day     date primary key,
  why     text not null check (length(why) between 1 and 200),
  example boolean not null default false
);
