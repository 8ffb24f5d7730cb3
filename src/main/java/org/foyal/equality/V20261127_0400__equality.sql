-- Equality: what is known of each neighbourhood, as it was known when. Lines are only added.
create schema equality;

create table equality.value (
  id bigint generated always as identity primary key,
  indicator text not null,
  area text not null,
  period text not null,
  geography text not null, -- which outlines it speaks of
  version integer not null check (version > 0), -- a correction, or a file that came late, is the next one
  value double precision not null,
  numerator bigint check (numerator >= 0),
  denominator bigint check (denominator > 0),
  interval_from double precision,
  interval_to double precision,
  source text not null,
  as_of date not null,
  known_at timestamptz not null,
  check (numerator is null or denominator is null or numerator <= denominator),
  check (interval_from <= interval_to),
  unique (indicator, area, period, version)
);

create index value_by_area on equality.value (area, indicator, as_of desc, version desc);

create function equality.lines_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what was known stays as it was known';
end $$;

create trigger value_stays before update or delete on equality.value
  for each row execute function equality.lines_stay();
