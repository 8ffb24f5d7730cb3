-- Fibre: the plan, the address, the promise and what became of it.
--
-- Whatever is known of a cabinet or a building is dated twice. True time: it is so from `true_from` until before
-- `true_until`. Known time: we learned it at `learned_at`, learned its end at `until_learned_at`, and hold it no longer
-- since `superseded_at`. Each of these is written once and never again; nothing is deleted. So what was held at any
-- moment about any day is one condition, and undoing a delivery rewrites no history.
create schema fibre;

create table fibre.operator (
  code text primary key check (code ~ '^[A-Z0-9]{2,8}$'),   -- Interop'fibre and Arcep: four letters
  name text not null check (length(name) between 1 and 100),
  example boolean not null default false);

-- A file that was brought in.
create table fibre.delivery (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('IPE', 'ARCEP_BUILDINGS', 'ARCEP_BASE', 'ARCEP_OFFERS', 'ARCEP_COMMUNES')),
  operator text check (operator ~ '^[A-Z0-9]{2,8}$'),       -- whose network it tells of; none: of the regulator
  file_name text not null check (file_name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  as_of date not null,                                      -- the day that the file speaks of
  learned_at timestamptz not null,
  brought_by text not null check (brought_by <> ''),
  rows_read bigint not null,
  rows_added bigint not null,
  rows_changed bigint not null,
  rows_gone bigint not null,
  rows_same bigint not null,
  rows_aside bigint not null,
  rows_questioned bigint not null,
  rows_refused bigint not null,
  example boolean not null default false,
  undone_at timestamptz,
  undone_by text,
  check ((undone_at is null) = (undone_by is null)));

create table fibre.refused_row (
  delivery bigint not null references fibre.delivery,
  line bigint not null,
  reason text not null,                                     -- the key of its words
  arguments text[] not null,
  excerpt text not null,
  primary key (delivery, line, reason));

-- What a delivery says that can't be, or does not add up: asked of the operator, who answers.
create table fibre.doubt (
  id bigint generated always as identity primary key,
  delivery bigint not null references fibre.delivery,
  operator text,
  kind text not null check (kind in ('STATE', 'TOTAL', 'GEL', 'CABINET')),
  source text not null,
  ref text not null,                                        -- the building, or the cabinet
  line bigint not null,
  reason text not null,                                     -- the key of its words
  arguments text[] not null,
  proposed jsonb,                                           -- the row as the file has it, held back until the answer
  example boolean not null default false,
  asked_at timestamptz not null,
  answer text check (answer in ('RIGHT', 'WRONG', 'MENDED')), -- MENDED: a later file says it otherwise
  words text check (length(words) <= 1000),
  answered_at timestamptz,
  answered_by text,
  check (num_nulls(answer, answered_at, answered_by) in (0, 3)),
  check ((kind = 'STATE') = (proposed is not null)));
create unique index doubt_open on fibre.doubt (kind, source, ref) where answer is null;
create index doubt_of_delivery on fibre.doubt (delivery);
