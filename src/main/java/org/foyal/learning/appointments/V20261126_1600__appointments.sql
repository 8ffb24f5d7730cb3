-- Appointments: hours that somebody opens, one person each; whoever comes without one takes a number.

-- A range that was opened at a place for a day, cut into slots.
create table learning.opening (
  id             uuid primary key,
  series         uuid not null, -- the form that opened it, and others with it
  place          uuid not null references learning.place,
  room           uuid references learning.resource,
  trainer        uuid not null references learning.resource,
  day            date not null,
  starts         time not null,
  ends           time not null,
  minutes        int not null check (minutes between 10 and 240),
  buffer_minutes int not null check (buffer_minutes between 0 and 60),
  version        int not null default 1,
  example        boolean not null default false,
  check (ends > starts),
  constraint opened_once unique (series, day)
);
create index on learning.opening (day, place);

create table learning.slot (
  id         uuid primary key,
  opening    uuid not null references learning.opening,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  open       boolean not null default true, -- false: taken out, or the place is closed then
  sequence   int not null default 0, -- of iCalendar: one more whenever somebody takes it, leaves it, or it is taken out
  changed_at timestamptz not null,
  check (ends_at > starts_at),
  unique (opening, starts_at)
);
create index slot_to_come on learning.slot (starts_at) where open;
create index on learning.slot (changed_at);

-- Trainer and room are taken by the slot, whether somebody has taken it or not: `occupation.appointment` is its identifier.
create unique index on learning.occupation (appointment, resource) where appointment is not null;

create table learning.appointment (
  id          uuid primary key,
  form        uuid not null unique,
  reference   text not null unique check (length(reference) = 8),
  slot        uuid not null references learning.slot,
  learner     uuid not null references learning.learner,
  need        text references learning.need, -- nothing: something else
  state       text not null check (state in ('UNKNOWN', 'SEEN', 'NO_SHOW', 'EXCUSED', 'REVOKED')),
  reason      text check (reason in ('NOT_NEEDED', 'TIME', 'TRANSPORT', 'CHILDCARE', 'HEALTH', 'COST', 'OTHER_APPOINTMENT',
    'NOT_REACHED', 'CLOSED', 'REMOVED', 'COUNTED')), -- the day after, a reason is only counted
  channel     text not null check (channel in ('WEB', 'COUNTER', 'PHONE')),
  taken_by    uuid,
  mandate     boolean not null default false, -- whether it was taken under a mandate
  asked_at    timestamptz not null,
  during      tstzrange, -- held against other appointments and sessions of the same person
  reminded_at timestamptz,
  to_call     text check (to_call in ('revoked', 'moved', 'closed')), -- what somebody whom no letter reaches is to be told
  priority    boolean not null default false, -- it was the city that closed: they are offered the next hours first
  example     boolean not null default false,
  constraint reason_when_over check ((state in ('EXCUSED', 'REVOKED')) = (reason is not null)),
  constraint held_while_it_stands check ((during is not null) = (state in ('UNKNOWN', 'SEEN'))),
  constraint never_at_two_appointments exclude using gist (learner with =, during with &&) where (during is not null)
);
create unique index one_person_a_slot on learning.appointment (slot) where state in ('UNKNOWN', 'SEEN', 'NO_SHOW');
create index appointment_of_slot on learning.appointment (slot);
create index appointment_of_learner on learning.appointment (learner);
create index appointment_to_call on learning.appointment (id) where to_call is not null;

-- Nobody is at an appointment and in a session at once; who puts a name down holds the person first.
create function learning.one_place_at_a_time() returns trigger language plpgsql as $$
begin
  if new.during is not null then
    perform 1 from learning.learner where id = new.learner for no key update;
    if exists (select from learning.participation where learner = new.learner and during && new.during) then
      raise exception 'the person is in a session then'
        using errcode = 'exclusion_violation', constraint = 'never_at_two_appointments';
    end if;
  end if;
  return new;
end $$;
create trigger one_place_at_a_time before insert or update of during on learning.appointment
  for each row execute function learning.one_place_at_a_time();

-- What is over stays over: only whether somebody came is corrected, and that with a line and a reason.
create function learning.refuse_reviving() returns trigger language plpgsql as $$
begin
  if old.state in ('EXCUSED', 'REVOKED') and new.state <> old.state
    or old.state in ('SEEN', 'NO_SHOW') and new.state not in ('SEEN', 'NO_SHOW', 'EXCUSED') then
    raise exception 'an appointment that is % does not become %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger over_is_over before update of state on learning.appointment
  for each row execute function learning.refuse_reviving();

create table learning.appointment_event (
  id          bigint generated always as identity primary key,
  appointment uuid not null references learning.appointment,
  at          timestamptz not null,
  what        text not null check (what in
    ('TAKEN', 'SEEN', 'NO_SHOW', 'EXCUSED', 'REVOKED', 'MOVED', 'CORRECTED', 'CALLED')),
  why         text check (why in ('WRONG_TAP', 'CAME_LATE', 'HAD_SAID', 'RECORD')), -- of a correction
  account     uuid,
  constraint corrected_with_a_reason check ((what = 'CORRECTED') = (why is not null))
);
create index appointment_event_of on learning.appointment_event (appointment, id);
create trigger kept_as_written before update or delete on learning.appointment_event
  for each row execute function learning.refuse_change();

-- Somebody who came without an appointment: a number for the day, and no name.
create table learning.ticket (
  id      uuid primary key,
  form    uuid not null unique,
  place   uuid not null references learning.place,
  day     date not null,
  number  int not null check (number between 1 and 9999),
  came_at timestamptz not null,
  state   text not null check (state in ('WAITING', 'SEEN', 'LEFT')),
  over_at timestamptz,
  account uuid,
  example boolean not null default false,
  check ((state = 'WAITING') = (over_at is null)),
  constraint one_number_a_day unique (place, day, number)
);

-- Days that people asked for and that were full: counts only.
create table learning.unmet (
  place uuid not null references learning.place,
  day   date not null,
  asked int not null check (asked > 0),
  primary key (place, day)
);

-- Why people stayed away from appointments: counts of a day and a place; the day after, no reason stands beside a person.
create table learning.appointment_away (
  place  uuid not null references learning.place,
  day    date not null,
  reason text not null check (length(reason) between 1 and 30),
  people int not null check (people > 0),
  primary key (place, day, reason)
);

-- One record a booking, and one a session: whoever comes second is told.
create unique index one_record_an_appointment on learning.activity (appointment) where appointment is not null and not withdrawn;
create unique index one_record_a_session on learning.activity (session) where session is not null and not withdrawn;
