-- What a case is about in the room that opened it (for reports the category), and the neighbourhood, so that cases
-- can be counted by both.
alter table cases.case_file
  add column topic text check (length(topic) between 1 and 60),
  add column area text check (length(area) between 1 and 20);
create index case_of_kind on cases.case_file (kind, opened_at desc, id desc) where follows is null;
create index entry_said on cases.entry (at, id) where open and author = 'STAFF' and not undone;
