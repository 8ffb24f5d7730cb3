-- Who may read a trainer's calendar: whoever has the secret address, of which only the SHA-256 is kept.
create table learning.calendar_key (
  id          uuid primary key,
  resource    uuid not null references learning.resource,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  label       text not null check (length(label) between 1 and 100),
  made_at     timestamptz not null,
  revoked_at  timestamptz
);
create index on learning.calendar_key (resource, made_at);
