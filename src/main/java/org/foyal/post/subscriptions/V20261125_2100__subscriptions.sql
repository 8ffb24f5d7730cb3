-- Who asked to be told of a topic. A row that nobody confirmed is forgotten after some days; one
-- that is left is deleted at once, so that the address is kept only as long as it is needed.
create table post.subscription (
  id           bigint generated always as identity primary key,
  topic        text not null check (length(topic) <= 100 and topic ~ '^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$'),
  addressee    text not null check (addressee ~ '^[0-9a-f]{64}$'),
  address      text not null check (length(address) <= 254),
  language     text not null check (language in ('fr', 'en', 'gcf')),
  title_fr     text not null check (length(title_fr) between 1 and 150),
  title_en     text not null check (length(title_en) between 1 and 150),
  title_gcf    text not null check (length(title_gcf) between 1 and 150),
  -- of the link that confirms, its SHA-256 only; the link that leaves stands in every letter
  confirm_hash text not null unique check (confirm_hash ~ '^[0-9a-f]{64}$'),
  leave_token  text not null unique check (length(leave_token) between 22 and 64),
  written_at   timestamptz not null,
  confirmed_at timestamptz,
  unique (addressee, topic)
);
create index subscription_told on post.subscription (topic) where confirmed_at is not null;
create index subscription_unconfirmed on post.subscription (written_at) where confirmed_at is null;
