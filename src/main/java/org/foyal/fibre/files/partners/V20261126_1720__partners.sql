-- Programs of operators that deliver files. Of a key nothing is kept but its SHA-256.
create table fibre.partner (
  id         uuid primary key,
  name       text not null check (length(name) between 1 and 100),
  contact    text not null check (length(contact) between 3 and 254),
  operator   text not null references fibre.operator,
  digest     bytea not null unique check (octet_length(digest) = 32),
  made_at    timestamptz not null,
  revoked_at timestamptz check (revoked_at >= made_at),
  used_on    date,
  example    boolean not null default false
);

-- For which operator somebody with the role of operators delivers and answers: an account of the room `people`.
create table fibre.spokesperson (
  account  uuid primary key,
  operator text not null references fibre.operator
);
