-- Whether whoever took an appointment is the person, and not only by name and contact: what else is kept of the person is
-- for nobody else. Until now nobody asked.
alter table learning.appointment add column proven boolean not null default false;
update learning.appointment set proven = true where channel <> 'WEB';

-- The language in which this person is told of this appointment; nothing: as ever.
alter table learning.appointment add column language text check (language in ('fr', 'en', 'gcf'));

-- Also when an appointment comes to be somebody else's, as two people are made one.
drop trigger one_place_at_a_time on learning.appointment;
create trigger one_place_at_a_time before insert or update of during, learner on learning.appointment
  for each row execute function learning.one_place_at_a_time();

-- Whether somebody is in a session or at an appointment in a while.
create function learning.is_elsewhere(who uuid, from_at timestamptz, until_at timestamptz)
returns boolean language sql stable as $$
  select exists (select from learning.participation p
      where p.learner = who and p.during && tstzrange(from_at, until_at))
    or exists (select from learning.appointment a
      where a.learner = who and a.during && tstzrange(from_at, until_at))
$$;
