-- Since when a question has been put to its official, which is not when it was published once it was put to another;
-- and, of each official before, since when, until when, and by when an answer was owed.
alter table participation.question add column put_on date;
update participation.question set put_on = published_on;
alter table participation.question
  add constraint put_when_shown check (shown <> 'SHOWN' or put_on is not null),
  add constraint put_after_published check (put_on >= published_on);

-- A transfer moved the day of publication: it is the day on which it was last decided what everybody sees.
update participation.question q set published_on = least(q.published_on, cast(q.moderated_at at time zone 'UTC' as date))
where q.shown = 'SHOWN'
  and exists (select from participation.transfer t where t.case_id = q.case_id and t.at > q.moderated_at);

alter table participation.transfer
  add column put_on date,
  add column due_on date,
  add column until_on date,
  add constraint stint_is_whole check ((put_on is null) = (due_on is null) and (put_on is null) = (until_on is null)),
  add constraint stint_ends_after_it_begins check (until_on >= put_on);

-- What whoever asked says of each answer: one may be followed by a better one.
alter table participation.verdict add column answer bigint references participation.answer;
update participation.verdict v set answer =
  (select max(a.id) from participation.answer a where a.case_id = v.case_id and a.at <= v.at);
update participation.verdict v set answer = (select max(a.id) from participation.answer a where a.case_id = v.case_id)
where answer is null;
delete from participation.verdict where answer is null;
alter table participation.verdict
  drop constraint verdict_pkey,
  alter column answer set not null,
  add primary key (answer);
create index verdict_of_question on participation.verdict (case_id, answer desc);
