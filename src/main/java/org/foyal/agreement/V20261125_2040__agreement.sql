create schema agreement;

-- A text in French and perhaps other languages, as org.foyal.shell.language.Told writes it.
create function agreement.is_told(text jsonb, longest int) returns boolean language sql immutable as $$
  select jsonb_typeof(text) = 'object' and text ? 'fr'
    and not exists (
      select from jsonb_each(text) e
      where jsonb_typeof(e.value) <> 'string' or length(e.value #>> '{}') not between 1 and longest)
$$;

-- Whoever signs, owes, supports. A directorate or a foundation names the house it belongs to.
create table agreement.party (
  code    text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  name    text not null check (length(name) between 1 and 200),
  of      text references agreement.party check (of <> code),
  example boolean not null default false
);

-- One instrument: what was signed, when. A day that is only known by its month or year says so.
create table agreement.agreement (
  code            text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  title           jsonb not null check (agreement.is_told(title, 300)),
  about           jsonb check (agreement.is_told(about, 4000)),
  signed_on       date not null,
  signed_unit     text not null check (signed_unit in ('DAY', 'MONTH', 'YEAR')),
  ends_on         date check (ends_on >= signed_on),
  text_read       boolean not null,
  source_title    text not null check (length(source_title) between 1 and 300),
  source_address  text check (source_address ~ '^https?://' and length(source_address) <= 1000),
  source_on       date,
  example         boolean not null default false,
  version         int not null default 1,
  unique (code, signed_on)
);

create table agreement.signatory (
  agreement text not null references agreement.agreement,
  party     text not null references agreement.party,
  part      jsonb not null check (agreement.is_told(part, 1000)),
  signs     boolean not null,
  place     int not null,
  primary key (agreement, party)
);

-- A sentence that somebody said in public, in its own language, with where it was read.
create table agreement.quote (
  id             bigint generated always as identity primary key,
  agreement      text not null references agreement.agreement,
  speaker        text not null check (length(speaker) between 1 and 200),
  capacity       jsonb not null check (agreement.is_told(capacity, 300)),
  words          text not null check (length(words) between 1 and 400),
  verbatim       boolean not null,
  source_title   text not null check (length(source_title) between 1 and 300),
  source_address text check (source_address ~ '^https?://' and length(source_address) <= 1000),
  source_on      date not null,
  place          int not null,
  unique (agreement, place)
);

create table agreement.amendment (
  id             bigint generated always as identity primary key,
  agreement      text not null,
  agreed_on      date not null,
  kind           text not null check (kind in ('AMENDMENT', 'RENEWAL', 'END')),
  about          jsonb not null check (agreement.is_told(about, 2000)),
  ends_on        date,
  source_title   text not null check (length(source_title) between 1 and 300),
  source_address text check (source_address ~ '^https?://' and length(source_address) <= 1000),
  signed_on      date not null,
  foreign key (agreement, signed_on) references agreement.agreement (code, signed_on) on update cascade,
  constraint amendment_after_signature check (agreed_on >= signed_on),
  check (kind = 'AMENDMENT' or ends_on is not null)
);

-- One promise. What it stands at is the last line that it was given in agreement.change; the copy
-- here is what lists sort and count by.
create table agreement.commitment (
  id             bigint generated always as identity primary key,
  code           text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
  agreement      text not null,
  signed_on      date not null,
  party          text not null references agreement.party,
  owner          uuid,
  theme          text not null
                 check (theme in ('RELATIONS', 'DEMOCRACY', 'FIBRE', 'TRAINING', 'MAKING', 'CONNECTED_CITY', 'ECONOMY', 'COHESION')),
  audiences      text[] not null
                 check (audiences <@ array['EVERYBODY', 'YOUNG', 'WOMEN', 'PROJECT_HOLDERS', 'COMPANIES'] and cardinality(audiences) > 0),
  title          jsonb not null check (agreement.is_told(title, 300)),
  terms          text check (length(terms) between 1 and 2000),
  plain          jsonb check (agreement.is_told(plain, 2000)),
  announced_on   date not null,
  announced_unit text not null check (announced_unit in ('DAY', 'MONTH', 'YEAR')),
  due_on         date,
  due_unit       text check (due_unit in ('DAY', 'MONTH', 'YEAR')),
  source_title   text not null check (length(source_title) between 1 and 300),
  source_address text check (source_address ~ '^https?://' and length(source_address) <= 1000),
  source_on      date,
  door           text check (door ~ '^/[a-z0-9/-]*$' and length(door) <= 100),
  figure         text check (length(figure) between 1 and 100),
  figure_area    text check (length(figure_area) between 1 and 30),
  figure_target  numeric check (figure_target > 0),
  declared       text not null check (declared in ('ANNOUNCED', 'UNDER_WAY', 'KEPT', 'MISSED', 'UNKNOWN')),
  known_on       date not null,
  known_unit     text not null default 'DAY' check (known_unit in ('DAY', 'MONTH', 'YEAR')),
  kept_on        date,
  basis          text not null default 'DECLARED' check (basis in ('DECLARED', 'LIVE')),
  place          int not null default 0,
  example        boolean not null default false,
  version        int not null default 1,
  changed_at     timestamptz not null,
  foreign key (agreement, signed_on) references agreement.agreement (code, signed_on) on update cascade,
  constraint commitment_after_signature check (
    (announced_on >= signed_on
      or (announced_unit <> 'DAY' and date_trunc(announced_unit, announced_on) = date_trunc(announced_unit, signed_on)))
    and due_on >= signed_on),
  constraint commitment_due_after_announcement check (due_on >= announced_on),
  check ((due_on is null) = (due_unit is null)),
  check ((declared = 'KEPT') = (kept_on is not null)),
  check (kept_on <= known_on),
  check ((figure is null) = (figure_area is null) and (figure is null) = (figure_target is null)),
  check (basis = 'DECLARED' or figure is not null),
  unique (id, signed_on)
);
create index commitment_of_agreement on agreement.commitment (agreement, place, id);
create index commitment_late on agreement.commitment ((declared = 'KEPT'), due_on, id);
create index commitment_theme on agreement.commitment (theme);
create index commitment_party on agreement.commitment (party);
create index commitment_audiences on agreement.commitment using gin (audiences);
create index commitment_owner on agreement.commitment (owner) where owner is not null;

-- A step of a promise; somebody answers for each.
create table agreement.milestone (
  id         bigint generated always as identity primary key,
  commitment bigint not null,
  signed_on  date not null,
  owner      text not null references agreement.party,
  title      jsonb not null check (agreement.is_told(title, 300)),
  due_on     date,
  due_unit   text check (due_unit in ('DAY', 'MONTH', 'YEAR')),
  reached_on date,
  source_title   text check (length(source_title) between 1 and 300),
  source_address text check (source_address ~ '^https?://' and length(source_address) <= 1000),
  source_on      date,
  withdrawn      jsonb check (agreement.is_told(withdrawn, 500)),
  foreign key (commitment, signed_on) references agreement.commitment (id, signed_on) on update cascade,
  constraint milestone_after_signature check (due_on >= signed_on and reached_on >= signed_on),
  check ((due_on is null) = (due_unit is null)),
  check (due_on is not null or reached_on is not null)
);
create index milestone_of_commitment on agreement.milestone (commitment, due_on);
create index milestone_open on agreement.milestone (due_on) where reached_on is null;

-- What proves or shows: a link, a picture, a document, or the name of a source that is not to be had
-- here. Files are what the frame has made of them.
create table agreement.evidence (
  id         bigint generated always as identity primary key,
  commitment bigint not null references agreement.commitment,
  title      jsonb not null check (agreement.is_told(title, 300)),
  dated      date,
  address    text check (address ~ '^https?://' and length(address) <= 1000),
  media_type text check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes      bytea,
  sha256     text check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at   timestamptz not null,
  withdrawn  jsonb check (agreement.is_told(withdrawn, 500)),
  check (address is null or bytes is null),
  check (withdrawn is null or (bytes is null and address is null)),
  check ((bytes is null) = (media_type is null) and (bytes is null) = (sha256 is null))
);
create index evidence_of_commitment on agreement.evidence (commitment, id);
create unique index evidence_once on agreement.evidence (commitment, sha256) where sha256 is not null;

-- Everything that ever happened to a promise or an agreement: when it was true, when we learned it,
-- on whose account and why. Nobody edits it; names of persons stay with their accounts.
create table agreement.change (
  id         bigint generated always as identity primary key,
  agreement  text not null references agreement.agreement,
  commitment bigint references agreement.commitment,
  kind       text not null check (kind in ('ADDED', 'EDITED', 'STATE', 'LIVE', 'FELL_BACK', 'MILESTONE', 'REACHED', 'EVIDENCE', 'WITHDRAWN', 'SUPPORT', 'AMENDED', 'DECISION', 'OWNER')),
  at         timestamptz not null,
  declared   text check (declared in ('ANNOUNCED', 'UNDER_WAY', 'KEPT', 'MISSED', 'UNKNOWN')),
  known_on   date,
  known_unit text check (known_unit in ('DAY', 'MONTH', 'YEAR')),
  kept_on    date,
  source_title   text check (length(source_title) between 1 and 300),
  source_address text check (source_address ~ '^https?://' and length(source_address) <= 1000),
  source_on      date,
  about      jsonb check (agreement.is_told(about, 2000)),
  why        jsonb check (agreement.is_told(why, 2000)),
  party      text references agreement.party,
  by_account uuid,
  origin     text not null check (origin in ('STAFF', 'FILE', 'FIGURES')),
  before     jsonb,
  after      jsonb,
  example    boolean not null default false,
  check ((kind in ('STATE', 'LIVE', 'FELL_BACK')) = (declared is not null and known_on is not null)),
  check (kind not in ('STATE', 'EDITED', 'FELL_BACK', 'AMENDED') or why is not null),
  check ((origin = 'STAFF') = (by_account is not null))
);
create index change_of_commitment on agreement.change (commitment, id);
create index change_of_agreement on agreement.change (agreement, id);
create index change_at on agreement.change (at);

create function agreement.refuse_to_forget() returns trigger language plpgsql as $$
begin
  raise exception 'the history of promises is not edited (%)', tg_op
    using errcode = 'restrict_violation', constraint = 'change_history';
end $$;
create trigger no_edit before update or delete on agreement.change
  for each row execute function agreement.refuse_to_forget();
create trigger no_truncate before truncate on agreement.change
  for each statement execute function agreement.refuse_to_forget();

-- Who of the staff may speak for a party.
create table agreement.delegate (
  account uuid primary key,
  party   text not null references agreement.party
);
