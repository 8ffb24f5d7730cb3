-- The ladder: what somebody may do at a kind of machine, as a row of events. What holds at a moment is made out of them.
create table fablab.ladder_event (
  id                bigint generated always as identity primary key,
  form              uuid not null,                         -- what was sent: the same one is done once for a person and a type
  member            uuid not null references fablab.member,
  type              text not null references fablab.machine_type,
  what              text not null check (what in ('GRANTED', 'RENEWED', 'DEMOTED', 'REVOKED', 'SUSPENDED', 'RESUMED')),
  level             int not null check (level between 0 and 5), -- what is held from then on
  valid_from        timestamptz not null,
  valid_until       timestamptz check (valid_until > valid_from), -- of a suspension: until it ends by itself
  evidence_session  uuid,                                  -- of `learning`: they were there
  evidence_checks   int not null default 0 check (evidence_checks between 0 and 30), -- of the check-list, all of it
  reason            text check (length(reason) between 1 and 300),
  account           uuid,                                  -- who of the staff did it
  referent          uuid references fablab.member,         -- or which member of the highest level; neither: the program
  at                timestamptz not null,
  example           boolean not null default false,
  constraint sent_once unique (form, member, type),
  constraint nobody_grants_to_themselves check (referent is null or referent <> member),
  constraint referents_grant_up_to_three check (referent is null or (what in ('GRANTED', 'RENEWED') and level <= 3)),
  constraint granted_on_evidence check (what <> 'GRANTED'
    or num_nonnulls(evidence_session, reason) > 0 or evidence_checks > 0),
  constraint granted_by_somebody check (what not in ('GRANTED', 'RENEWED') or num_nonnulls(account, referent) = 1 or example),
  constraint taken_with_a_reason check (what not in ('REVOKED', 'SUSPENDED') or reason is not null),
  check (case when what in ('GRANTED', 'RENEWED') then level >= 1 and valid_until is not null
    when what = 'REVOKED' then level = 0 when what = 'DEMOTED' then level >= 1 else true end)
);
create index ladder_of on fablab.ladder_event (member, type, id);
create index ladder_of_type on fablab.ladder_event (type, id);
create trigger kept_as_written before update or delete on fablab.ladder_event
  for each row execute function fablab.refuse_change();

-- What somebody holds at a moment, by their own events alone; nought where it has run out, or is suspended then.
create function fablab.level_at(who uuid, what_type text, moment timestamptz) returns int language sql stable as $$
  select case
    when coalesce((select s.what = 'SUSPENDED' and (s.valid_until is null or s.valid_until > moment)
      from fablab.ladder_event s
      where s.member = who and s.type = what_type and s.what in ('SUSPENDED', 'RESUMED') and s.valid_from <= moment
      order by s.id desc limit 1), false) then 0
    else coalesce((select case when g.valid_until <= moment then 0 else g.level end
      from fablab.ladder_event g
      where g.member = who and g.type = what_type and g.what in ('GRANTED', 'RENEWED', 'DEMOTED', 'REVOKED')
        and g.valid_from <= moment
      order by g.id desc limit 1), 0)
  end
$$;

-- The same, and nought where something that the kind asks for is not held then.
create function fablab.level_with_needs(who uuid, what_type text, moment timestamptz) returns int language sql stable as $$
  with recursive asked(type, level) as (
    select needs, needs_level from fablab.machine_type_need where type = what_type
    union select n.needs, n.needs_level from fablab.machine_type_need n join asked a on a.type = n.type)
  select case when exists (select from asked where fablab.level_at(who, asked.type, moment) < asked.level) then 0
    else fablab.level_at(who, what_type, moment) end
$$;

-- Whether somebody may work at a kind of machine at a moment as one of a level may: the level itself, what it asks for at
-- others, and theirs in turn (no circle: a trigger sees to it), the age, and of a minor the guardian's consent.
create function fablab.may_use(who uuid, what_type text, wanted int, moment timestamptz) returns boolean language sql stable as $$
  with recursive asked(type, level) as (
    values (what_type, wanted)
    union select n.needs, n.needs_level from fablab.machine_type_need n join asked a on a.type = n.type)
  select not exists (select from asked where fablab.level_at(who, asked.type, moment) < asked.level)
    and exists (select from fablab.member m, fablab.machine_type t where m.id = who and t.code = what_type and t.active
      and (t.youngest_years = 0 or extract(year from moment)::int - m.birth_year >= t.youngest_years)
      and (m.birth_year is null or extract(year from moment)::int - m.birth_year >= 18 or m.guardian_seen_on is not null))
$$;

-- What is written is held against the rules here too, whoever writes it.
create function fablab.check_ladder_event() returns trigger language plpgsql as $$
begin
  perform 1 from fablab.member where id = new.member for no key update; -- one after the other for each person
  if new.referent is not null and fablab.level_at(new.referent, new.type, new.at) < 5 then
    raise exception 'only who is at the highest level grants' using errcode = 'check_violation', constraint = 'referents_alone_grant';
  end if;
  if new.what in ('GRANTED', 'RENEWED') and exists (
      select from fablab.machine_type_need n where n.type = new.type
        and fablab.level_at(new.member, n.needs, new.at) < n.needs_level) then
    raise exception 'something else comes first' using errcode = 'check_violation', constraint = 'granted_in_order';
  end if;
  if new.what in ('GRANTED', 'RENEWED') and coalesce((
      select s.what = 'SUSPENDED' and (s.valid_until is null or s.valid_until > new.at) from fablab.ladder_event s
      where s.member = new.member and s.type = new.type and s.what in ('SUSPENDED', 'RESUMED') and s.valid_from <= new.at
      order by s.id desc limit 1), false) then
    raise exception 'it is suspended' using errcode = 'check_violation', constraint = 'never_granted_while_suspended';
  end if;
  return new;
end $$;
create trigger ladder_in_order before insert on fablab.ladder_event
  for each row execute function fablab.check_ladder_event();

-- On which days somebody worked at a kind of machine: real use, and nothing else, keeps a level.
create table fablab.machine_use (
  member uuid not null references fablab.member,
  type   text not null references fablab.machine_type,
  day    date not null,
  primary key (member, type, day)
);

-- What others were last told that somebody may do, so that the night tells what has lapsed once.
create table fablab.ladder_told (
  member  uuid not null references fablab.member,
  type    text not null references fablab.machine_type,
  level   int not null check (level between 0 and 5),
  until_told timestamptz,                                  -- the end that they were warned of
  primary key (member, type)
);
