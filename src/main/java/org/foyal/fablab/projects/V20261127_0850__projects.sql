-- What people made in the lab and show to others: how it is made, what of, under which licence. Shown once the staff have
-- looked at it, by the name that the maker chooses.
create table fablab.project (
  id           uuid primary key,                           -- the form: the same one is begun once
  member       uuid not null references fablab.member,
  title        text not null check (length(title) between 1 and 100),
  purpose      text not null check (length(purpose) between 1 and 1000), -- what it is for
  author       text not null check (length(author) between 1 and 60),    -- as they choose to be named
  licence      text not null check (licence ~ '^[A-Za-z0-9.+-]+$' and length(licence) <= 40), -- of SPDX
  language     text not null check (language in ('fr', 'en', 'gcf')),
  steps        text[] not null default '{}' check (cardinality(steps) <= 40),
  materials    text[] not null default '{}' check (cardinality(materials) <= 60),
  state        text not null default 'DRAFT' check (state in ('DRAFT', 'SENT', 'PUBLISHED', 'RETURNED')),
  words        text check (length(words) between 1 and 500), -- of the staff, why it comes back
  began_at     timestamptz not null,
  changed_at   timestamptz not null,
  published_at timestamptz,                                -- first
  published_by uuid,
  example      boolean not null default false,
  check (state <> 'PUBLISHED' or published_at is not null)
);
create index project_of_member on fablab.project (member, began_at desc);
create index project_published on fablab.project (published_at desc) where state = 'PUBLISHED';

create table fablab.project_file (
  id      bigint generated always as identity primary key,
  project uuid not null references fablab.project on delete cascade,
  name    text not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'),
  type    text not null,
  hash    text not null check (length(hash) = 64),
  bytes   bytea not null check (length(bytes) between 1 and 15000000),
  unique (project, name)
);
