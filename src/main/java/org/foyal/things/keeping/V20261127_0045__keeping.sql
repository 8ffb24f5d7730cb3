-- Keeping: months of observations and what is rolled up of them.

-- Makes the table of a month (UTC) and moves what lies in the default partition for it, in the caller's transaction.
-- False: it was there. Whoever stores observations may call it too: two at once make one.
create function things.make_month(of_month date) returns boolean language plpgsql as $$
declare
  first_day date := make_date(extract(year from of_month)::int, extract(month from of_month)::int, 1);
  since timestamptz := first_day::timestamp at time zone 'UTC';
  until timestamptz := (first_day + interval '1 month') at time zone 'UTC';
  month_table text := 'observation_' || to_char(first_day, 'YYYY_MM');
begin
  perform pg_advisory_xact_lock(hashtext('things.make_month'));
  if to_regclass('things.' || month_table) is not null then
    return false;
  end if;
  lock table things.observation_other in access exclusive mode;
  execute format('create table things.%I (like things.observation including defaults including constraints)', month_table);
  execute format(
    'with moved as (delete from things.observation_other where phenomenon_from >= $1 and phenomenon_from < $2 returning *)
     insert into things.%I select * from moved', month_table) using since, until;
  execute format('alter table things.observation attach partition things.%I for values from (%L) to (%L)',
    month_table, since, until);
  return true;
end $$;

-- What observations of an hour (UTC) or of a day (of the city) come to, numbers only. A sum is exact, in whatever
-- order it was added up.
create table things.rollup_hour (
  datastream bigint not null references things.datastream on delete cascade,
  hour timestamptz not null,                                -- when it begins
  readings bigint not null check (readings > 0),
  sum numeric not null,
  minimum double precision not null,
  maximum double precision not null,
  first double precision not null,
  first_at timestamptz not null,
  last double precision not null,
  last_at timestamptz not null,
  primary key (datastream, hour));

create table things.rollup_day (
  datastream bigint not null references things.datastream on delete cascade,
  day date not null,
  readings bigint not null check (readings > 0),
  sum numeric not null,
  minimum double precision not null,
  maximum double precision not null,
  first double precision not null,
  first_at timestamptz not null,
  last double precision not null,
  last_at timestamptz not null,
  primary key (datastream, day));

-- What hours came to whose observations were detached: what comes late for such an hour is added to it.
create table things.rollup_archived (like things.rollup_hour including constraints including indexes,
  foreign key (datastream) references things.datastream on delete cascade);

-- The zone whose days are rolled up; where the setting says another, all days are worked out anew.
create table things.rollup_zone (
  one boolean primary key default true check (one),
  zone text not null);

-- Hours whose observations changed, one row a statement that changed some, written in its very transaction and never
-- updated, so that no writer waits for another, nor for who works them out. What is seen here was committed, and so
-- is what it speaks of.
create table things.touched (
  datastreams bigint[] not null,
  hours timestamptz[] not null);
alter table things.touched alter datastreams set storage external, alter hours set storage external; -- short-lived

create function things.note_touched() returns trigger language plpgsql as $$
begin
  insert into things.touched
    select array_agg(datastream), array_agg(hour)
    from (select distinct datastream, date_bin('1 hour', phenomenon_from, '2000-01-01Z') as hour
          from touched_rows where number is not null) t
    having count(*) > 0;
  return null;
end $$;

create function things.note_changed() returns trigger language plpgsql as $$
begin
  insert into things.touched
    select array_agg(datastream), array_agg(hour)
    from (select datastream, date_bin('1 hour', phenomenon_from, '2000-01-01Z') as hour
          from old_rows where number is not null
          union
          select datastream, date_bin('1 hour', phenomenon_from, '2000-01-01Z')
          from new_rows where number is not null) t
    having count(*) > 0;
  return null;
end $$;

-- By statement, not by row: a COPY of a thousand observations notes once. Moving a month touches nothing.
create trigger note_added after insert on things.observation
  referencing new table as touched_rows for each statement execute function things.note_touched();
create trigger note_deleted after delete on things.observation
  referencing old table as touched_rows for each statement execute function things.note_touched();
create trigger note_changed after update on things.observation
  referencing old table as old_rows new table as new_rows for each statement execute function things.note_changed();

-- What is still to be worked out.
create table things.stale_hour (
  datastream bigint not null,
  hour timestamptz not null,
  primary key (datastream, hour));
create table things.stale_day (
  datastream bigint not null,
  day date not null,
  primary key (datastream, day));
