-- The index of each night, with all that it was made of, so that anybody can make it again. Lines are only added.
create table equality.index_run (
  id bigint generated always as identity primary key,
  day date not null,
  method text not null,
  inputs text not null, -- JSON, to the letter: what was made of it can be made again
  outputs text not null,
  digest text not null, -- SHA-256 of both
  made_at timestamptz not null,
  unique (day, method, digest)
);

create trigger index_stays before update or delete on equality.index_run
  for each row execute function equality.lines_stay();
