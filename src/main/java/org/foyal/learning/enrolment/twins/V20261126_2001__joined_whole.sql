-- Of two who are made one, neither may be in a session while the other is at an appointment; and whoever typed the name of
-- one of them on a page is not for that the other.
create or replace function learning.join_learners(kept uuid, other uuid) returns void language plpgsql as $$
declare
  named record;
begin
  for named in
    select c.conrelid::regclass as of_table, a.attname as of_column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'learning.learner'::regclass and cardinality(c.conkey) = 1
    order by 1
  loop
    execute format('update %s set %I = $1 where %I = $2', named.of_table, named.of_column, named.of_column)
      using kept, other;
  end loop;
  if exists (select from learning.participation p join learning.appointment a
      on a.learner = p.learner and a.during && p.during where p.learner = kept) then
    raise exception 'one person is not in a session and at an appointment at once'
      using errcode = 'exclusion_violation', constraint = 'never_at_two_appointments';
  end if;
  update learning.participation set proven = false where learner = kept and channel = 'WEB';
  update learning.appointment set proven = false where learner = kept and channel = 'WEB';
  update learning.learner k set
    email = coalesce(k.email, o.email), phone = coalesce(k.phone, o.phone),
    birth_year = coalesce(k.birth_year, o.birth_year), area = coalesce(k.area, o.area),
    seen_at = greatest(k.seen_at, o.seen_at)
  from learning.learner o where k.id = kept and o.id = other;
  update learning.learner set joined_into = kept where id = other;
end $$;

create index learner_folded on learning.learner (folded) where erased_on is null and joined_into is null;
create index learner_email on learning.learner (lower(email)) where erased_on is null and joined_into is null;
create index learner_phone on learning.learner (right(phone, 9)) where erased_on is null and joined_into is null;
