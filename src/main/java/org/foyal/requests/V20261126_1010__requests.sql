create schema requests;

create function requests.is_told(text jsonb, longest int) returns boolean language sql immutable as $$
  select jsonb_typeof(text) = 'object' and text ? 'fr'
    and not exists (
      select from jsonb_each(text) e
      where jsonb_typeof(e.value) <> 'string' or length(e.value #>> '{}') not between 1 and longest)
$$;

-- What can be reported. The city enters its own.
create table requests.category (
  code         text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  section      jsonb not null check (requests.is_told(section, 100)),
  title        jsonb not null check (requests.is_told(title, 150)),
  keywords     text not null default '' check (length(keywords) <= 500),
  department   text,
  working_days int not null check (working_days between 1 and 1000),
  accepted     boolean not null default false,
  silence      text not null default 'NOTHING' check (silence in ('NOTHING', 'GRANTED', 'REFUSED')),
  place        int not null default 0,
  active       boolean not null default true,
  example      boolean not null default false,
  version      int not null default 1
);

-- One report; its thread and clock are the case's, in the room `cases`.
create table requests.report (
  case_id      bigint primary key,
  reference    text not null unique,
  category     text not null references requests.category,
  lat          double precision check (lat between -90 and 90),
  lon          double precision check (lon between -180 and 180),
  area         text,
  place        text not null check (length(place) between 1 and 300),
  words        text not null check (length(words) between 1 and 4000),
  shown        text not null default 'WAITING' check (shown in ('WAITING', 'SHOWN', 'HIDDEN')),
  rule         text check (length(rule) between 1 and 300),
  moderated_at timestamptz,
  filed_at     timestamptz not null,
  example      boolean not null default false,
  check ((lat is null) = (lon is null)),
  check ((shown = 'HIDDEN') = (rule is not null)),
  check ((shown = 'WAITING') = (moderated_at is null))
);
create index report_where on requests.report using gist (point(lon, lat)) where lat is not null;
create index report_of_category on requests.report (category, case_id desc);
create index report_of_area on requests.report (area, case_id desc);

-- Pictures as the frame made them anew.
create table requests.photo (
  id         bigint generated always as identity primary key,
  case_id    bigint not null references requests.report,
  media_type text not null check (media_type in ('image/jpeg', 'image/png')),
  bytes      bytea not null check (octet_length(bytes) <= 400000)
);
create index photo_of_report on requests.photo (case_id, id);

-- « Moi aussi », once a form.
create table requests.joined (
  case_id bigint not null references requests.report,
  form    uuid not null,
  at      timestamptz not null,
  primary key (case_id, form)
);
