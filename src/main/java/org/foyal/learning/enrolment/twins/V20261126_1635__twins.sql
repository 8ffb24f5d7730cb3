-- One person who was down twice: the second line stays as another way to reach the first, and leads to it.
alter table learning.learner add column joined_into uuid references learning.learner
  check (joined_into <> id);
create index learner_joined on learning.learner (joined_into) where joined_into is not null;

-- Makes one person of two. Whatever names the second names the first then, in every table of the schema, so that
-- none that is added later is forgotten. The database refuses what one person can't have: two places in one session, or
-- two at the same time.
create function learning.join_learners(kept uuid, other uuid) returns void language plpgsql as $$
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
  update learning.learner k set
    email = coalesce(k.email, o.email), phone = coalesce(k.phone, o.phone),
    birth_year = coalesce(k.birth_year, o.birth_year), area = coalesce(k.area, o.area),
    seen_at = greatest(k.seen_at, o.seen_at)
  from learning.learner o where k.id = kept and o.id = other;
  update learning.learner set joined_into = kept where id = other;
end $$;

-- Whose name is erased, is erased under each of the ways to reach them.
create function learning.erase_twins() returns trigger language plpgsql as $$
begin
  update learning.learner set name = '', folded = '', email = null, phone = null, contact = null,
    erased_on = new.erased_on
  where joined_into = new.id and erased_on is null;
  return null;
end $$;
create trigger erased_with_its_twins after update of erased_on on learning.learner
  for each row when (old.erased_on is null and new.erased_on is not null)
  execute function learning.erase_twins();
