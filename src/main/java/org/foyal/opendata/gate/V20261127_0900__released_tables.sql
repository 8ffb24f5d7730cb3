-- Each table about people as it was shown, so that a room tells what was released and no more. Lines are only added: a
-- correction is one more version.
create table opendata.released_table (
  variable text not null,
  period text not null,
  version int not null check (version > 0),
  parts text[] not null check (cardinality(parts) > 0),
  columns text[] not null check (cardinality(columns) > 0),
  people bigint[] not null, -- row by row, the margins last; none where it is hidden
  released_at timestamptz not null,
  primary key (variable, period, version),
  check (cardinality(people) = (cardinality(parts) + 1) * (cardinality(columns) + 1)));

create trigger released_table_stays before update or delete on opendata.released_table
  for each row execute function opendata.releases_stay();
