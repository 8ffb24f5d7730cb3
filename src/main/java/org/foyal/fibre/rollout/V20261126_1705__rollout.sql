-- The plan and what is published of it: exchanges, cabinets and their zones; instruments, commitments, facts.
create extension if not exists btree_gist;
create table fibre.exchange (
  ref text not null check (length(ref) between 1 and 30),
  name text not null check (length(name) between 1 and 100),
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  source_title text not null check (source_title <> ''),
  source_address text check (source_address ~ '^https?://'),
  source_on date,
  example boolean not null default false,
  true_from date not null,
  true_until date check (true_until > true_from),
  learned_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= learned_at),
  check ((lat is null) = (lon is null)),
  exclude using gist (ref with =, daterange(true_from, true_until) with &&) where (superseded_at is null));

-- A cabinet (« point de mutualisation ») as one source tells of it, version by version.
create table fibre.cabinet (
  source text not null check (source in ('IPE', 'ARCEP')),
  ref text not null check (length(ref) between 1 and 30),
  operator text,
  state text not null check (state in ('PLANNED', 'UNDER_WAY', 'DEPLOYED', 'ABANDONED')),
  site_kind text not null,                                   -- TypeEmplacementPM as written
  premises integer check (premises >= 0),                   -- NombreLogementsPM
  capacity integer check (capacity >= 0),
  engineering text not null,
  grouping_ref text not null,                               -- RefRegroupementPM
  installed_on date,
  available_on date,                                        -- first made available to operators (MAD)
  in_service_on date,                                       -- when residents may order: MAD + 3 months
  commune_code text not null,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  area_code text,                                           -- follows from the point; no word of the file
  example boolean not null,
  true_from date not null,
  true_until date check (true_until > true_from),
  learned_at timestamptz not null,
  until_learned_at timestamptz check (until_learned_at >= learned_at),
  superseded_at timestamptz check (superseded_at >= learned_at),
  delivery bigint not null references fibre.delivery,
  ended_by bigint references fibre.delivery,
  primary key (source, ref, true_from, learned_at),
  check ((true_until is null) = (until_learned_at is null)),
  check ((lat is null) = (lon is null)));
create unique index cabinet_current on fibre.cabinet (source, ref) where true_until is null and superseded_at is null;
create unique index cabinet_held on fibre.cabinet (source, ref, true_from) where superseded_at is null;
create index cabinet_delivery on fibre.cabinet (delivery);
create index cabinet_ended on fibre.cabinet (ended_by) where ended_by is not null;

-- The zone behind a cabinet: whose homes it serves. WKB, WGS 84, longitude first.
create table fibre.zone (
  cabinet text not null check (length(cabinet) between 1 and 30),
  outline bytea not null,
  source_title text not null check (source_title <> ''),
  source_address text check (source_address ~ '^https?://'),
  source_on date,
  example boolean not null default false,
  true_from date not null,
  true_until date check (true_until > true_from),
  learned_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= learned_at),
  exclude using gist (cabinet with =, daterange(true_from, true_until) with &&) where (superseded_at is null));

-- What was signed, and by it: a convention, a commitment accepted by the state, an agreement.
create table fibre.instrument (
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title jsonb not null check (title ? 'fr'),
  signed_on date not null,
  signed_precision text not null check (signed_precision in ('DAY', 'MONTH', 'YEAR')),
  agreement text,                                           -- its name in the room of agreements
  source_title text not null check (source_title <> ''),
  source_address text check (source_address ~ '^https?://'),
  source_on date,
  example boolean not null default false,
  true_from date not null,
  true_until date check (true_until > true_from),
  learned_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= learned_at),
  exclude using gist (code with =, daterange(true_from, true_until) with &&) where (superseded_at is null));

-- What an instrument promises about homes: how large a share, in which state, by when.
create table fibre.commitment (
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  instrument text not null,
  title jsonb not null check (title ? 'fr'),
  measured text not null check (measured in ('CONNECTABLE', 'CONNECTABLE_OR_ON_DEMAND')),
  share_percent numeric(5, 2) not null check (share_percent between 0 and 100),
  due_on date,                                              -- none: no day was named
  of_area text,                                             -- an area's code; none: the whole city
  source_title text not null check (source_title <> ''),
  source_address text check (source_address ~ '^https?://'),
  source_on date,
  example boolean not null default false,
  true_from date not null,
  true_until date check (true_until > true_from),           -- until another took its place
  learned_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= learned_at),
  exclude using gist (code with =, daterange(true_from, true_until) with &&) where (superseded_at is null));

-- What somebody published: a count with its own denominator, an opening, an announcement, a plan.
create table fibre.fact (
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('COUNT', 'OPENING', 'ANNOUNCEMENT', 'PLAN', 'INVESTMENT')),
  title jsonb not null check (title ? 'fr'),
  place text not null default '',
  of_area text,                                             -- an area's code; none: the whole city
  cabinet text,
  amount bigint check (amount >= 0),
  unit text not null check (unit in ('PREMISES', 'DWELLINGS', 'HOUSEHOLDS', 'CABINETS', 'EUROS')),
  of_dwellings integer check (of_dwellings > 0),
  of_businesses integer check (of_businesses >= 0),
  of_premises integer check (of_premises > 0),              -- both together, where the source does not part them
  expected_from date,
  expected_to date check (expected_to >= expected_from),
  source_title text not null check (source_title <> ''),
  source_address text check (source_address ~ '^https?://'),
  source_on date,
  delivery bigint references fibre.delivery,                -- the file that told it; none: entered by hand
  ended_by bigint references fibre.delivery,
  example boolean not null default false,
  true_from date not null,                                  -- the day that it speaks of
  true_precision text not null check (true_precision in ('DAY', 'MONTH', 'YEAR')),
  learned_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= learned_at),
  check (kind <> 'COUNT' or (amount is not null and num_nonnulls(of_dwellings, of_premises) = 1)),
  check (kind <> 'COUNT' or amount <= coalesce(of_premises, of_dwellings + coalesce(of_businesses, 0))),
  check (kind <> 'PLAN' or (expected_from is not null and expected_to is not null)),
  primary key (code, learned_at));
create unique index fact_held on fibre.fact (code) where superseded_at is null;
create index fact_day on fibre.fact (true_from);
create index fact_delivery on fibre.fact (delivery) where delivery is not null;
