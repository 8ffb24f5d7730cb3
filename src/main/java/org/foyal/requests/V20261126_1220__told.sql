-- The last report of which each topic was told; a day's letter begins after it.
create table requests.told (
  topic   text primary key check (length(topic) between 1 and 100),
  case_id bigint not null
);
