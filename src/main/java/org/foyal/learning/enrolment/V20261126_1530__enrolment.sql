-- Who comes to a session: seats that the database itself gives away once, a waiting list, what became of each place.

create table learning.seat (
  session  uuid not null references learning.session on delete cascade,
  number   int not null check (number between 1 and 500),
  reserved boolean not null, -- kept for those at risk of exclusion until the day that the session says
  taken    boolean not null default false, -- so that many can look for a free one at once, each finding another
  primary key (session, number)
);
create index seat_free on learning.seat (session, number) where not taken;

-- A session has as many seats as it says; a seat on which somebody sits is not taken away.
create function learning.set_seats() returns trigger language plpgsql as $$
begin
  insert into learning.seat (session, number, reserved)
    select new.id, n, false from generate_series(1, new.seats) n on conflict do nothing;
  if exists (select from learning.seat where session = new.id and number > new.seats and taken) then
    -- who sits at the back comes forward, as far as there is room
    with back as (
      select number, row_number() over (order by number) as place
      from learning.seat where session = new.id and number > new.seats and taken
    ), front as (
      select number, row_number() over (order by number) as place
      from learning.seat where session = new.id and number <= new.seats and not taken
    ), moved as (
      update learning.participation p set seat = front.number
      from back join front using (place)
      where p.session = new.id and p.seat = back.number
      returning front.number as now, back.number as before
    )
    update learning.seat s set taken = (s.number = moved.now)
    from moved where s.session = new.id and s.number in (moved.now, moved.before);
  end if;
  if exists (select from learning.seat where session = new.id and number > new.seats and taken) then
    raise exception 'more people have a seat than % seats', new.seats
      using errcode = 'check_violation', constraint = 'seats_of_people_who_come';
  end if;
  delete from learning.seat where session = new.id and number > new.seats;
  -- kept seats are first those of people for whom they are meant, then free ones
  with ranked as (
    select s.number, row_number() over (
      order by case when p.target then 0 when not s.taken then 1 else 2 end, s.number) as place
    from learning.seat s left join learning.participation p on p.session = s.session and p.seat = s.number
    where s.session = new.id
  )
  update learning.seat s set reserved = (ranked.place <= new.seats * new.reserved_percent / 100)
    from ranked where s.session = new.id and s.number = ranked.number
      and s.reserved is distinct from (ranked.place <= new.seats * new.reserved_percent / 100);
  return null;
end $$;
create trigger seats_of_a_session after insert or update of seats, reserved_percent on learning.session
  for each row execute function learning.set_seats();
insert into learning.seat (session, number, reserved)
  select s.id, n, n <= s.seats * s.reserved_percent / 100 from learning.session s, generate_series(1, s.seats) n;

-- Somebody who comes, or came, without an account: the same name by the same contact is the same person.
create table learning.learner (
  id         uuid primary key,
  name       text not null check (length(name) <= 100),
  folded     text not null check (length(folded) <= 200),
  email      text check (length(email) between 3 and 254),
  phone      text check (phone ~ '^\+?[0-9]{6,15}$'),
  contact    text check (length(contact) between 3 and 254),
  birth_year int check (birth_year between 1900 and 2100),
  area       text check (length(area) between 1 and 40),
  language   text not null check (language in ('fr', 'en', 'gcf')),
  seen_at    timestamptz not null,
  erased_on  date,
  example    boolean not null default false,
  constraint known_or_erased check (case when erased_on is null then length(name) > 0
    else name = '' and folded = '' and num_nonnulls(email, phone, contact) = 0 end)
);
create unique index learner_known on learning.learner (contact, folded) where contact is not null;
create index learner_seen on learning.learner (seen_at) where erased_on is null;

create table learning.participation (
  id            bigint generated always as identity primary key,
  form          uuid not null unique,
  reference     text not null unique check (length(reference) = 8),
  session       uuid not null references learning.session,
  learner       uuid not null references learning.learner,
  state         text not null check (state in
    ('WAITING', 'OFFERED', 'CONFIRMED', 'PRESENT', 'LATE', 'NO_SHOW', 'EXCUSED', 'REVOKED', 'LAPSED')),
  seat          int,
  target        boolean not null, -- says that a kept seat is meant for them; not why
  needs         text[] not null default '{}' check (needs <@ array['STEP_FREE', 'INTERPRETER', 'CHILDCARE', 'LARGE_PRINT']),
  channel       text not null check (channel in ('WEB', 'COUNTER', 'PHONE')),
  taken_by      uuid,
  asked_at      timestamptz not null,
  since         timestamptz not null, -- their place in the line
  offers        int not null default 0 check (offers between 0 and 3),
  offered_until timestamptz,
  to_confirm    boolean not null default false, -- after three absences somebody says again that they come
  confirmed_at  timestamptz,
  reason        text check (reason in
    ('NOT_NEEDED', 'TIME', 'TRANSPORT', 'CHILDCARE', 'HEALTH', 'COST', 'OTHER_APPOINTMENT', 'NOT_REACHED', 'SESSION',
     'COUNTED')), -- the day after, a reason is only counted
  during        tstzrange, -- held against other sessions of the same person
  reminded_at   timestamptz,
  to_call       text check (length(to_call) between 1 and 30), -- what somebody without e-mail is to be called about
  first_come_at timestamptz, -- when they were told that a seat is for whoever comes first
  credited_at   timestamptz, -- when the place in line of a session that was cancelled was given back
  sequence      int not null, -- of the session, when they were last told of its time and place
  example       boolean not null default false,
  foreign key (session, seat) references learning.seat (session, number) deferrable initially deferred,
  constraint one_a_seat unique (session, seat),
  constraint seat_while_held check ((state in ('OFFERED', 'CONFIRMED', 'PRESENT', 'LATE')) = (seat is not null)),
  constraint offer_ends check ((state = 'OFFERED') = (offered_until is not null)),
  constraint reason_when_over check ((state in ('EXCUSED', 'REVOKED')) = (reason is not null)),
  check (during is null or state in ('CONFIRMED', 'PRESENT', 'LATE')),
  constraint never_in_two_places exclude using gist (learner with =, during with &&) where (during is not null)
);
create unique index one_place_a_session on learning.participation (session, learner)
  where state in ('WAITING', 'OFFERED', 'CONFIRMED', 'PRESENT', 'LATE');
create index participation_waits on learning.participation (session, since, id) where state = 'WAITING';
create index participation_waits_target on learning.participation (session, since, id) where state = 'WAITING' and target;
create index participation_to_call on learning.participation (id) where to_call is not null;
create index participation_offered on learning.participation (offered_until) where state = 'OFFERED';
create index participation_of_session on learning.participation (session, sequence) where state in ('WAITING', 'OFFERED', 'CONFIRMED');
create index participation_of_learner on learning.participation (learner);

-- What is over stays over: only who came is corrected, and that with a line in the history.
create function learning.refuse_reopening() returns trigger language plpgsql as $$
begin
  if old.state in ('EXCUSED', 'REVOKED', 'LAPSED') and new.state <> old.state
    or old.state in ('PRESENT', 'LATE', 'NO_SHOW') and new.state not in ('PRESENT', 'LATE', 'NO_SHOW', 'EXCUSED') then
    raise exception 'a place that is % does not become %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger over_is_over before update of state on learning.participation
  for each row execute function learning.refuse_reopening();

-- What happened to a place, and why. Nobody takes a line out.
create table learning.participation_event (
  id            bigint generated always as identity primary key,
  participation bigint not null references learning.participation,
  at            timestamptz not null,
  what          text not null check (what in ('ASKED', 'WAITING', 'OFFERED', 'ACCEPTED', 'DECLINED', 'TIMED_OUT', 'CONFIRMED',
    'EXCUSED', 'REVOKED', 'LAPSED', 'PRESENT', 'LATE', 'NO_SHOW', 'MOVED', 'CALLED', 'NOT_CONFIRMED', 'OVER')),
  seat          text check (seat in ('OPEN', 'RESERVED')),
  skipped       int check (skipped >= 0), -- before them in line, but elsewhere at that time
  until         timestamptz,
  account       uuid
);
create index participation_event_of on learning.participation_event (participation, id);
create function learning.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what happened stays written' using errcode = 'check_violation';
end $$;
create trigger kept_as_written before update or delete on learning.participation_event
  for each row execute function learning.refuse_change();

-- Why people stayed away, as counts of a session: the day after, no reason stands beside a person.
create table learning.away (
  session uuid not null references learning.session,
  reason  text not null check (length(reason) between 1 and 30),
  people  int not null check (people > 0),
  primary key (session, reason)
);
