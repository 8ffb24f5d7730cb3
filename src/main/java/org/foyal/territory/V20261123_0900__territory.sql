-- Every row says by which import it came and by which it was replaced: what is current is what nothing has
-- replaced, what stood at any time can be asked, and undoing an import is exact.
create schema territory;

create table territory.import (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('AREAS', 'SCORES', 'STREETS', 'ROADS', 'PLACES', 'ADDRESSES')),
  file_name text not null check (file_name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  source text not null check (source <> ''),
  licence text not null,
  imported_at timestamptz not null,
  imported_by text not null check (imported_by <> ''),
  rows_read bigint not null default 0,
  rows_added bigint not null default 0,
  rows_changed bigint not null default 0,
  rows_gone bigint not null default 0,
  rows_same bigint not null default 0,
  rows_refused bigint not null default 0,
  undone_at timestamptz,
  undone_by text,
  check ((undone_at is null) = (undone_by is null)));

create table territory.refused_row (
  import bigint not null references territory.import on delete cascade,
  line bigint not null,
  reason text not null,
  excerpt text not null,
  primary key (import, line, reason));

create table territory.area (
  code text not null check (code ~ '^[0-9A-Z]{2,12}$'),
  kind text not null check (kind in ('COMMUNE', 'IRIS')),
  name text not null check (name <> ''),
  parent_code text,
  population integer check (population >= 0),
  population_period text,
  official_outline boolean not null,
  outline bytea,                                   -- WKB, WGS 84, longitude first
  south double precision, west double precision, north double precision, east double precision,
  label_lat double precision, label_lon double precision, -- a point inside, for the name on the map
  imported bigint not null references territory.import,
  replaced bigint references territory.import,
  primary key (code, imported),
  check (num_nulls(outline, south, west, north, east, label_lat, label_lon) in (0, 7)),
  check (south between -90 and 90 and north between south and 90),
  check (west between -180 and 180 and east between west and 180));
create unique index area_current on territory.area (code) where replaced is null;
create index area_replaced on territory.area (replaced) where replaced is not null;

create table territory.score (
  area_code text not null,
  indicator text not null check (indicator ~ '^[a-z_]+$'),
  period text not null,
  score integer not null,
  imported bigint not null references territory.import,
  replaced bigint references territory.import,
  primary key (area_code, indicator, period, imported));
create unique index score_current on territory.score (area_code, indicator, period) where replaced is null;
create index score_replaced on territory.score (replaced) where replaced is not null;

create table territory.street (
  id text not null check (id ~ '^[0-9A-Z]{5}-[a-z0-9-]+$'), -- commune, then the name without accents
  name text not null check (name <> ''),
  commune_code text not null,
  area_code text,
  length_m integer not null check (length_m >= 0),
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  imported bigint not null references territory.import,
  replaced bigint references territory.import,
  primary key (id, imported));
create unique index street_current on territory.street (id) where replaced is null;
create index street_of_area on territory.street (area_code) where replaced is null;
create index street_replaced on territory.street (replaced) where replaced is not null;

create table territory.road (
  ref text not null,                               -- the file's own number
  class text not null check (class in ('highway', 'major', 'minor')),
  structure text not null check (structure in ('normal', 'bridge', 'tunnel')),
  name text not null,
  length_m double precision not null check (length_m >= 0),
  line bytea not null,                             -- WKB LineString
  south double precision not null, west double precision not null,
  north double precision not null, east double precision not null,
  imported bigint not null references territory.import,
  replaced bigint references territory.import,
  primary key (ref, imported));
create unique index road_current on territory.road (ref) where replaced is null;
create index road_replaced on territory.road (replaced) where replaced is not null;

create table territory.place (
  ref text not null,
  name text not null check (name <> ''),
  kind text not null,
  area_code text,
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  imported bigint not null references territory.import,
  replaced bigint references territory.import,
  primary key (ref, imported));
create unique index place_current on territory.place (ref) where replaced is null;
create index place_replaced on territory.place (replaced) where replaced is not null;

create table territory.address (
  ref text not null,                               -- BAN interoperability key
  number text not null,                            -- 12, 12bis
  street_name text not null check (street_name <> ''),
  street_id text not null,                         -- the street's, whether or not the street is known
  postcode text not null,
  commune_code text not null,
  area_code text,
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  imported bigint not null references territory.import,
  replaced bigint references territory.import,
  primary key (ref, imported));
create unique index address_current on territory.address (ref) where replaced is null;
create index address_of_street on territory.address (street_id) where replaced is null;
create index address_replaced on territory.address (replaced) where replaced is not null;
