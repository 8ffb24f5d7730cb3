-- Programs that may file reports by Open311. Of a key nothing is kept but its SHA-256.
create table requests.client (
  id         uuid primary key,
  name       text not null check (length(name) between 1 and 100),
  contact    text not null check (length(contact) between 3 and 254),
  digest     bytea not null unique check (octet_length(digest) = 32),
  made_at    timestamptz not null,
  revoked_at timestamptz check (revoked_at >= made_at),
  used_on    date,
  example    boolean not null default false
);

-- Which program filed a report: it alone hears what whoever asked was told, and writes for them.
create table requests.filed_by (
  case_id bigint primary key references requests.report,
  client  uuid not null references requests.client
);
