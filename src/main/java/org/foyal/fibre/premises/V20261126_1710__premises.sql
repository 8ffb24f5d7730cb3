-- A building as one source tells of it, version by version (the two times: see the schema's first page).
create table fibre.building (
  source text not null check (source in ('IPE', 'ARCEP', 'BASE')),
  ref text not null check (length(ref) between 1 and 120),  -- IdentifiantImmeuble or imb_id, else what names it
  cabinet text check (length(cabinet) between 1 and 30),
  operator text,                                            -- of the network
  state text check (state in
    ('TARGETED', 'SIGNED', 'ON_DEMAND', 'ON_DEMAND_UNDER_WAY', 'UNDER_WAY', 'DEPLOYED', 'ABANDONED')),
  premises_least integer not null check (premises_least >= 0),
  premises_most integer check (premises_most >= premises_least), -- none: nobody says
  kind text check (kind in ('PA', 'IM')),
  zone_kind smallint check (zone_kind between 1 and 3),
  number text not null,
  number_suffix text not null,
  street_kind text not null,
  street_name text not null,
  street_id text not null,                                  -- as the territory names streets; empty: no street
  block text not null,                                      -- BatimentImmeuble
  postcode text not null,
  commune_code text not null,
  commune_name text not null,
  address_code text not null,                               -- hexaclé, or BAN interoperability key
  rivoli text not null,
  rnb text not null,                                        -- Code_RNB
  other_ref text not null,                                  -- BASE: the network's own name of the building
  consent_needed boolean,
  consent_signed_on date,
  cabled_on date,
  modified_on date,
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
  check ((source = 'BASE') = (state is null)),
  check ((true_until is null) = (until_learned_at is null)),
  check ((lat is null) = (lon is null)));
create unique index building_current on fibre.building (source, ref)
  where true_until is null and superseded_at is null;
create unique index building_held on fibre.building (source, ref, true_from) where superseded_at is null;
create index building_of_cabinet on fibre.building (cabinet) where true_until is null and superseded_at is null;
create index building_of_area on fibre.building (area_code) where true_until is null and superseded_at is null;
create index building_of_street on fibre.building (street_id, number)
  where true_until is null and superseded_at is null;
create index building_near on fibre.building (lat, lon) where true_until is null and superseded_at is null;
create index building_delivery on fibre.building (delivery);
create index building_ended on fibre.building (ended_by) where ended_by is not null;

-- What an operator sells at a building, as the regulator's file of eligibility has it.
create table fibre.offer (
  source text not null check (source = 'ARCEP'),
  ref text not null check (length(ref) between 1 and 120),  -- imb_id
  operator text not null,
  technology text not null check (technology in ('FO', 'CU', 'COAX', '4GF', '5GF', 'SAT', 'THDR', 'HDR')),
  building text not null,                                   -- imb_code: the infrastructure operator's own
  up_class text not null,
  down_class text not null,
  limited boolean,
  saturated boolean,
  example boolean not null,
  true_from date not null,
  true_until date check (true_until > true_from),
  learned_at timestamptz not null,
  until_learned_at timestamptz check (until_learned_at >= learned_at),
  superseded_at timestamptz check (superseded_at >= learned_at),
  delivery bigint not null references fibre.delivery,
  ended_by bigint references fibre.delivery,
  primary key (source, ref, operator, technology, true_from, learned_at),
  check ((true_until is null) = (until_learned_at is null)));
create unique index offer_current on fibre.offer (source, ref, operator, technology)
  where true_until is null and superseded_at is null;
create unique index offer_held on fibre.offer (source, ref, operator, technology, true_from)
  where superseded_at is null;
create index offer_building on fibre.offer (building) where true_until is null and superseded_at is null;
create index offer_delivery on fibre.offer (delivery);
create index offer_ended on fibre.offer (ended_by) where ended_by is not null;

-- By which version of the territory the areas of buildings were last worked out: a start need not do it again.
create table fibre.settled (
  what text primary key check (what in ('BUILDING')),
  version bigint not null);
