-- What people can do before and after a course, in plain words, and the proof that they were there.

-- Which competences a course asks about, where somebody has chosen; else the first five that it names.
create table learning.can_do_course (
  course      text primary key,
  competences text[] not null check (cardinality(competences) <= 5),
  version     int not null default 1
);

-- The sentence of a competence, as somebody wrote it for a course. What was asked stays: an answer names its revision;
-- nought is the sentence that the program brings.
create table learning.can_do (
  course     text not null,
  competence text not null check (competence ~ '^[1-5]\.[1-4]$'),
  revision   int not null check (revision > 0),
  sentence   jsonb not null check (learning.is_course_text(sentence, 200)),
  primary key (course, competence, revision)
);

-- What somebody says of themselves, once a competence, before and after; the last word counts.
create table learning.progress_answer (
  participation bigint not null references learning.participation,
  competence    text not null check (competence ~ '^[1-5]\.[1-4]$'),
  moment        text not null check (moment in ('BEFORE', 'AFTER')),
  revision      int not null check (revision >= 0),
  step          text not null check (step in ('NOT_YET', 'WITH_HELP', 'ALONE', 'CAN_EXPLAIN', 'NO_ANSWER')),
  at            timestamptz not null,
  account       uuid, -- who of the staff wrote it down
  constraint one_answer primary key (participation, competence, moment)
);

-- The answers of one person over one session, or over the sessions of one series, side by side.
create view learning.progress_outcome as
with visit as (
  select p.id, p.learner, s.course, coalesce(s.series, s.id) as thread, s.starts_at
  from learning.participation p join learning.session s on s.id = p.session
), said as (
  select v.learner, v.thread, a.competence,
    max(v.course) as course,
    (array_agg(a.step order by v.starts_at, v.id) filter (where a.moment = 'BEFORE'))[1] as before,
    (array_agg(a.revision order by v.starts_at, v.id) filter (where a.moment = 'BEFORE'))[1] as before_revision,
    (array_agg(a.step order by v.starts_at desc, v.id desc) filter (where a.moment = 'AFTER'))[1] as after,
    (array_agg(a.revision order by v.starts_at desc, v.id desc) filter (where a.moment = 'AFTER'))[1] as after_revision
  from learning.progress_answer a join visit v on v.id = a.participation
  group by v.learner, v.thread, a.competence
)
select said.learner, said.thread, said.course, said.competence,
  case
    when before_revision is distinct from after_revision then 'OTHER'
    when before in ('NOT_YET', 'WITH_HELP') and after in ('ALONE', 'CAN_EXPLAIN') then 'GAINED'
    when before in ('NOT_YET', 'WITH_HELP') and after in ('NOT_YET', 'WITH_HELP') then 'STILL'
    when before in ('ALONE', 'CAN_EXPLAIN') and after in ('ALONE', 'CAN_EXPLAIN') then 'KEPT'
    when before in ('ALONE', 'CAN_EXPLAIN') and after in ('NOT_YET', 'WITH_HELP') then 'LOST'
    else 'OTHER' end as part,
  (select max(s.ends_at) from learning.session s
    where coalesce(s.series, s.id) = said.thread) as until,
  came.came and not came.example as counts
from said join lateral (
  select coalesce(bool_or(p.state in ('PRESENT', 'LATE')), false) as came, bool_or(p.example or s.example) as example
  from learning.participation p join learning.session s on s.id = p.session
  where p.learner = said.learner and coalesce(s.series, s.id) = said.thread
) came on true;

-- What answers that are no longer kept said, as counts of a session or series: published figures stay true without them.
create table learning.progress_count (
  thread     uuid not null,
  course     text not null,
  competence text not null,
  part       text not null check (part in ('GAINED', 'STILL', 'KEPT', 'LOST')),
  people     int not null check (people > 0),
  primary key (thread, course, competence, part)
);

-- Forgets what somebody said of a session or series; nothing named: of all.
create function learning.forget_answers(whose uuid, which uuid) returns bigint language sql as $$
  with gone as (
    select * from learning.progress_outcome where learner = whose and (which is null or thread = which)
  ), counted as (
    insert into learning.progress_count as c (thread, course, competence, part, people)
      select thread, course, competence, part, count(*) from gone
      where counts and part <> 'OTHER' group by thread, course, competence, part
    on conflict (thread, course, competence, part) do update set people = c.people + excluded.people
  ), forgotten as (
    delete from learning.progress_answer a
    using learning.participation p, learning.session s, gone g
    where p.id = a.participation and s.id = p.session and g.learner = p.learner
      and g.thread = coalesce(s.series, s.id) and g.competence = a.competence
    returning 1
  )
  select count(*) from forgotten;
$$;

-- However a name comes to be erased: what its bearer said goes with it.
create function learning.forget_the_erased() returns trigger language plpgsql as $$
begin
  perform learning.forget_answers(new.id, null);
  return null;
end $$;
create trigger erased_with_the_name after update of erased_on on learning.learner
  for each row when (old.erased_on is null and new.erased_on is not null)
  execute function learning.forget_the_erased();

-- That an attestation was made: of which course, when, how long; for whom stands on the paper alone.
create table learning.attestation (
  reference text primary key check (length(reference) = 8),
  places    bigint[] not null check (cardinality(places) between 1 and 100), -- the participations that it speaks of
  title     jsonb not null check (learning.is_course_text(title, 150)),
  place     text not null check (length(place) between 1 and 300),
  minutes   int not null check (minutes > 0),
  first_on  date not null,
  last_on   date not null check (last_on >= first_on),
  issued_on date not null,
  example   boolean not null,
  constraint one_attestation unique (places, minutes)
);
