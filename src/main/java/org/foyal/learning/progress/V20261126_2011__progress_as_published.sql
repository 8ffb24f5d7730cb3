-- A session of an invented course or at an invented place is an example too: what is said of it never counts.
create or replace view learning.progress_outcome as
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
  select coalesce(bool_or(p.state in ('PRESENT', 'LATE')), false) as came, bool_or(p.example or s.example or c.example or l.example) as example
  from learning.participation p join learning.session s on s.id = p.session
  join learning.course c on c.code = s.course join learning.place l on l.id = s.place
  where p.learner = said.learner and coalesce(s.series, s.id) = said.thread
) came on true;

-- What was published of a course and a quarter, as it was published: recorded late or mended, nothing changes it, so that no
-- two readings can be taken from each other. Only what is shown is kept.
create table learning.progress_publication (
  course       text not null,
  quarter      date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
  published_on date not null,
  people       bigint check (people >= 11), -- none: fewer, or they would give a part away
  primary key (course, quarter)
);
create table learning.progress_cell (
  course     text not null,
  quarter    date not null,
  competence text not null check (competence ~ '^[1-5]\.[1-4]$'),
  revision   int not null check (revision >= 0), -- the wording that the sentence had; none is ever changed
  part       text not null check (part in ('GAINED', 'STILL', 'KEPT', 'LOST', 'NONE')),
  people     bigint check (people = 0 or people >= 11), -- none: hidden
  primary key (course, quarter, competence, part),
  foreign key (course, quarter) references learning.progress_publication
);
create trigger kept_as_published before update or delete on learning.progress_publication
  for each row execute function learning.refuse_change();
create trigger kept_as_published before update or delete on learning.progress_cell
  for each row execute function learning.refuse_change();
