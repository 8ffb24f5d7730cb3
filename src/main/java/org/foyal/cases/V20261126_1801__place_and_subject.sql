-- Where it is, in words and numbers, for the staff who go there; and the name of what it is about in every language, so
-- that an agent finds what was asked in another one.
alter table cases.case_file
  add column place text check (length(place) between 1 and 400),
  add column titled jsonb check (jsonb_typeof(titled) = 'object' and titled ? 'fr');

drop index cases.case_words;
alter table cases.case_file drop column words;
alter table cases.case_file add column words tsvector generated always as (to_tsvector('simple', cases.fold(
  subject || ' ' || coalesce(titled ->> 'fr', '') || ' ' || coalesce(titled ->> 'en', '') || ' '
  || coalesce(titled ->> 'gcf', '')))) stored;
create index case_words on cases.case_file using gin (words);

-- The queue by what it is about, and by neighbourhood.
create index case_of_topic on cases.case_file (kind, topic, promised_on, id) where state <> 'CLOSED';
create index case_of_area on cases.case_file (area, promised_on, id) where state <> 'CLOSED';

-- Another day was promised, as the thread says.
alter table cases.entry
  drop constraint entry_kind_check,
  add constraint entry_kind_check check (kind in ('OPENED', 'MESSAGE', 'NOTE', 'MOVED', 'UNDONE',
    'HANDED_OVER', 'ASSIGNED', 'GOES_ON', 'JOINED', 'SETTLED', 'NOT_SETTLED', 'PROMISED'));
