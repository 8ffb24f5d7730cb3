-- A figure that somebody contests: what they say waits here until it is a case, then only the fact is left.
create table equality.contest (
  id bigint generated always as identity primary key,
  form uuid not null unique,
  area text not null,
  indicator text not null,
  words text,
  email text,
  language text not null,
  filed_at timestamptz not null,
  case_reference text
);

create index contest_waiting on equality.contest (id) where case_reference is null;
