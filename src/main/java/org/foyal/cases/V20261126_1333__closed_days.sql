-- Days on which the city is closed beside the public holidays and the days of its settings. What was promised
-- before stays as it was promised.
create table cases.closed_day (
  day  date primary key,
  name text not null check (length(name) between 1 and 100)
);
