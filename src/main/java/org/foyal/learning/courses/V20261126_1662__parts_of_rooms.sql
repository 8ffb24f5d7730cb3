-- A room may be part of another one of the same place, a half of a hall: who takes the whole takes its parts.
alter table learning.resource add column part_of uuid references learning.resource;
alter table learning.resource add constraint a_room_is_part_of_a_room
  check (part_of is null or (kind = 'ROOM' and part_of <> id));
create index on learning.resource (part_of) where part_of is not null;

create function learning.take_parts() returns trigger language plpgsql as $$
begin
  insert into learning.occupation (resource, during, active, session, appointment)
  select r.id, new.during, new.active, new.session, new.appointment
  from learning.resource r where r.part_of = new.resource order by r.id
  on conflict (session, resource) where session is not null
  do update set during = excluded.during, active = excluded.active, left_at = null;
  return null;
end
$$;
create trigger take_parts after insert on learning.occupation
  for each row execute function learning.take_parts();
