-- Figures that somebody published about an area, each with the address where it can be checked.
alter table territory.import drop constraint import_kind_check;
alter table territory.import add constraint import_kind_check
  check (kind in ('AREAS', 'SCORES', 'STREETS', 'ROADS', 'PLACES', 'ADDRESSES', 'FIGURES'));

create table territory.published_figure (
  territory text not null check (territory <> ''), -- as the source draws it: a code, or several: 12345+12346
  indicator text not null check (indicator ~ '^[a-z0-9_]+$'),
  period text not null check (period <> ''),
  value numeric not null,
  unit text not null check (unit <> ''),
  producer text not null check (producer <> ''),
  source_url text not null check (source_url ~ '^https?://'),
  imported bigint not null references territory.import,
  replaced bigint references territory.import,
  primary key (territory, indicator, period, imported));
create unique index published_figure_current
  on territory.published_figure (territory, indicator, period) where replaced is null;
create index published_figure_replaced on territory.published_figure (replaced) where replaced is not null;
