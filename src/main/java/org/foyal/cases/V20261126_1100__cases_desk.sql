-- Texts that agents answer with, by language code; what stands in braces is filled in when one is chosen.
create table cases.template (
  code    text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  title   jsonb not null check (coalesce(length(title ->> 'fr'), 0) between 1 and 150),
  words   jsonb not null check (coalesce(length(words ->> 'fr'), 0) between 1 and 3500),
  active  boolean not null default true,
  version int not null default 1
);

-- Words as the search compares them: small, without accents, nothing but letters and digits.
create function cases.fold(words text) returns text language sql immutable strict parallel safe
return regexp_replace(
  regexp_replace(normalize(lower(words), nfd), U&'[\0300-\036F]', '', 'g'), '[^[:alnum:]]+', ' ', 'g');

alter table cases.case_file add column words tsvector
  generated always as (to_tsvector('simple', cases.fold(subject))) stored;
create index case_words on cases.case_file using gin (words);
create index closed_of_department on cases.case_file (department, closed_on, id) where state = 'CLOSED';
create index closed_of_agent on cases.case_file (agent, closed_on, id) where state = 'CLOSED';

-- Several cases about one thing: all but one are closed and go with that one. It is open when another
-- joins it, so that nothing can go round in a circle.
alter table cases.case_file
  add column merged_into bigint references cases.case_file check (merged_into <> id),
  add constraint merged_is_a_duplicate
    check (merged_into is null or (state = 'CLOSED' and outcome = 'DUPLICATE'));
create index case_merged on cases.case_file (merged_into) where merged_into is not null;

create function cases.refuse_a_closed_lead() returns trigger language plpgsql as $$
begin
  perform 1 from cases.case_file where id = new.merged_into for no key update;
  if exists (select 1 from cases.case_file where id = new.merged_into and state = 'CLOSED') then
    raise exception 'a case joins one that is open'
      using errcode = 'check_violation', constraint = 'merged_into_open';
  end if;
  return new;
end $$;
create trigger lead_is_open before insert or update of merged_into on cases.case_file
  for each row when (new.merged_into is not null) execute function cases.refuse_a_closed_lead();

alter table cases.entry
  add column other bigint references cases.case_file,
  drop constraint entry_kind_check,
  add constraint entry_kind_check check (kind in ('OPENED', 'MESSAGE', 'NOTE', 'MOVED', 'UNDONE',
    'HANDED_OVER', 'ASSIGNED', 'GOES_ON', 'JOINED')),
  add constraint joined_names_the_other check (kind <> 'JOINED' or other is not null);

-- « Is it repaired? », asked once a case some weeks after it was closed as done, and answered once.
create table cases.settled (
  case_id     bigint primary key references cases.case_file,
  asked_at    timestamptz,
  answer      text check (answer in ('YES', 'NO')),
  answered_at timestamptz,
  check (coalesce(asked_at, answered_at) is not null),
  check ((answer is null) = (answered_at is null))
);

alter table cases.entry
  drop constraint entry_kind_check,
  add constraint entry_kind_check check (kind in ('OPENED', 'MESSAGE', 'NOTE', 'MOVED', 'UNDONE',
    'HANDED_OVER', 'ASSIGNED', 'GOES_ON', 'JOINED', 'SETTLED', 'NOT_SETTLED'));
