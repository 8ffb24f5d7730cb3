-- What was chosen of a list, in every language in which it is written, so that each reader has their own.
alter table requests.answer
  add column told jsonb check (requests.is_told(told, 4000));
