-- What was released of people, so that no later release gives somebody away together with it. Lines are only added.
create schema if not exists opendata;

create table opendata.release (
  id bigint generated always as identity primary key,
  variable text not null,
  period text not null,
  part text not null, -- the column, empty for the total
  members text[] not null,
  people bigint not null check (people >= 0),
  released_at timestamptz not null,
  unique (variable, period, part, members, people)
);

create function opendata.releases_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what was released stays in the register';
end $$;

create trigger release_stays before update or delete on opendata.release
  for each row execute function opendata.releases_stay();
