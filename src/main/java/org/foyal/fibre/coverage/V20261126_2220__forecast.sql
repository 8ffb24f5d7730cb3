-- What was foreseen, kept as it was made, so that everybody can see later how wrong it was: a new forecast is new lines.
create table fibre.forecast (
  series text not null check (series <> ''),
  made_on date not null,
  points integer not null check (points >= 5),
  first_point date not null,
  last_point date not null check (last_point > first_point),
  of_homes bigint not null check (of_homes > 0),
  for_day date not null check (for_day > last_point),
  low double precision not null check (low >= 0),
  middle double precision not null check (middle >= low),
  high double precision not null check (high >= middle and high <= 1),
  primary key (series, last_point, for_day));                 -- no second one until more is known

create function fibre.forecasts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a forecast is never changed nor deleted';
end $$;
create trigger forecast_stays before update or delete on fibre.forecast
  for each row execute function fibre.forecasts_stay();
