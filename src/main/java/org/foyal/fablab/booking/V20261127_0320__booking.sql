-- Bookings: the database itself refuses that two take one machine, that one is in two places, that a space is taken while
-- a part of it is, that somebody works at what they may not, and that more are supervised than those on duty can.
create extension if not exists btree_gist;

-- Who of the staff is in the lab when, to supervise.
create table fablab.duty (
  id      uuid primary key,                                -- the form: the same one is noted once
  account uuid not null,                                   -- who of the staff
  during  tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  example boolean not null default false,
  constraint on_duty_once exclude using gist (account with =, during with &&)
);
create index duty_during on fablab.duty using gist (during);

create table fablab.booking (
  id          uuid primary key,                            -- the form: the same one is booked once
  reference   text not null unique check (length(reference) = 8),
  member      uuid references fablab.member,               -- of a visit: nobody
  machine     uuid references fablab.machine,              -- of a visit: none
  type        text references fablab.machine_type,
  space       uuid references fablab.space,                -- of a visit: what it takes
  visitors    text check (length(visitors) between 1 and 200), -- of a visit: which class, association, company
  people      int not null default 1 check (people between 1 and 500),
  during      tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  held        tstzrange not null,                          -- with what it takes before and after
  state       text not null check (state in
    ('CONFIRMED', 'WAITING', 'OFFERED', 'PRESENT', 'LATE', 'NO_SHOW', 'EXCUSED', 'REVOKED', 'LAPSED')),
  staffed     boolean not null,                            -- whether staff are there then
  supervised  boolean not null default false,              -- takes some of what those on duty can look after
  attention   numeric(6, 5) not null default 0 check (attention >= 0), -- how much of one of them
  priority    boolean not null default false,              -- in line before others: theirs was taken back
  reason      text check (reason in ('NOT_NEEDED', 'TIME', 'TRANSPORT', 'CHILDCARE', 'HEALTH', 'COST', 'OTHER_APPOINTMENT',
    'NOT_REACHED', 'MACHINE', 'CLOSED', 'TOO_FEW', 'COUNTED')),
  lapsed_at   timestamptz,                                 -- since when they may no longer work at it, unless that is renewed
  to_confirm  boolean not null default false,              -- scarce: they say again, the day before, that they come
  confirmed_at timestamptz,
  offered_until timestamptz,
  channel     text not null check (channel in ('WEB', 'COUNTER')),
  taken_by    uuid,
  asked_at    timestamptz not null,
  sequence    int not null default 0,                      -- of iCalendar
  changed_at  timestamptz not null,
  example     boolean not null default false,
  check ((visitors is null) = (member is not null)),
  check ((member is null) = (machine is null) and (machine is null) = (type is null) and (machine is null) = (space is not null)),
  check (held @> during),
  check ((state = 'OFFERED') = (offered_until is not null)),
  check ((state in ('EXCUSED', 'REVOKED')) = (reason is not null)),
  check (not supervised or (staffed and attention > 0)),
  constraint never_in_two_places exclude using gist (member with =, during with &&)
    where (member is not null and state in ('OFFERED', 'CONFIRMED', 'PRESENT', 'LATE'))
);
create index booking_of_member on fablab.booking (member, lower(during));
create index booking_of_machine on fablab.booking using gist (machine, held);
create index booking_waits on fablab.booking (type, asked_at) where state = 'WAITING';
create index booking_during on fablab.booking using gist (during);

-- What is taken when: a machine by a booking; by a visit its space, all parts of it, and whatever stands in them.
create table fablab.occupation (
  booking  uuid not null references fablab.booking on delete cascade,
  resource uuid not null,                                  -- a machine or a space
  held     tstzrange not null,
  primary key (booking, resource),
  constraint never_booked_twice exclude using gist (resource with =, held with &&)
);

create function fablab.occupy() returns trigger language plpgsql as $$
begin
  delete from fablab.occupation where booking = new.id;
  if new.state in ('OFFERED', 'CONFIRMED', 'PRESENT', 'LATE') then
    if new.machine is not null then
      insert into fablab.occupation values (new.id, new.machine, new.held);
    else
      insert into fablab.occupation
      with recursive taken(id) as (
        select new.space union select s.id from fablab.space s join taken t on s.part_of = t.id)
      select new.id, id, new.held from taken
      union all select new.id, m.id, new.held from fablab.machine m join taken t on m.space = t.id
      order by 2; -- always in one order: two visits at once do not wait for each other
    end if;
  end if;
  return null;
end $$;
create trigger occupy after insert or update of state, machine, space, held on fablab.booking
  for each row execute function fablab.occupy();

-- Who books must be allowed to at the start, whoever writes the row. What has begun, or is over, is no longer asked.
create function fablab.check_booking() returns trigger language plpgsql as $$
declare
  wanted int;
  most numeric;
begin
  if new.state not in ('OFFERED', 'CONFIRMED') or new.member is null then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.state in ('OFFERED', 'CONFIRMED') and old.during = new.during and old.machine = new.machine
      and old.supervised = new.supervised and old.staffed = new.staffed then
    return new; -- nothing of it changed: what lapses later is told, not taken back
  end if;
  if new.type is distinct from (select m.type from fablab.machine m where m.id = new.machine) then
    raise exception 'the machine is of another kind' using errcode = 'check_violation', constraint = 'kind_of_the_machine';
  end if;
  wanted := case when new.supervised then 2 when new.staffed then 3 else 4 end;
  wanted := greatest(wanted, (select t.level_to_book from fablab.machine_type t where t.code = new.type));
  if not fablab.may_use(new.member, new.type, wanted, lower(new.during)) then
    raise exception 'not allowed to work at it then' using errcode = 'check_violation', constraint = 'allowed_at_its_start';
  end if;
  if new.supervised then
    perform pg_advisory_xact_lock(hashtext('fablab.duty'));
    -- at each moment at which one of them begins, those supervised together ask for no more than those on duty can give
    select max((select coalesce(sum(o.attention), 0) from fablab.booking o
        where o.supervised and o.state in ('OFFERED', 'CONFIRMED', 'PRESENT', 'LATE') and o.id <> new.id and o.during @> t.at)
      + new.attention - (select count(*) from fablab.duty d where d.during @> t.at))
    into most
    from (select lower(new.during) as at
      union select lower(b.during) from fablab.booking b where b.supervised and b.during && new.during
        and lower(b.during) > lower(new.during)
      union select upper(d.during) from fablab.duty d where d.during && new.during and upper(d.during) < upper(new.during)) t;
    if most > 0.0001 then
      raise exception 'nobody is free to supervise' using errcode = 'check_violation', constraint = 'supervised_by_somebody';
    end if;
  end if;
  return new;
end $$;
create trigger check_booking before insert or update on fablab.booking
  for each row execute function fablab.check_booking();

-- What is over stays over: only who came is corrected.
create function fablab.refuse_reopening() returns trigger language plpgsql as $$
begin
  if old.state in ('EXCUSED', 'REVOKED', 'LAPSED') and new.state <> old.state
    or old.state in ('PRESENT', 'LATE', 'NO_SHOW') and new.state not in ('PRESENT', 'LATE', 'NO_SHOW', 'EXCUSED') then
    raise exception 'a booking that is % does not become %', old.state, new.state using errcode = 'check_violation',
      constraint = 'over_is_over';
  end if;
  return new;
end $$;
create trigger over_is_over before update of state on fablab.booking
  for each row execute function fablab.refuse_reopening();

-- What happened to a booking. Nobody takes a line out.
create table fablab.booking_event (
  id      bigint generated always as identity primary key,
  booking uuid not null references fablab.booking,
  at      timestamptz not null,
  what    text not null check (length(what) between 1 and 30),
  during  tstzrange,
  account uuid
);
create index booking_event_of on fablab.booking_event (booking, id);
create trigger kept_as_written before update or delete on fablab.booking_event
  for each row execute function fablab.refuse_change();
