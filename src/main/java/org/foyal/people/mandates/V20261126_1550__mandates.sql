-- Who of the staff may act for whom, for what and how long, by a consent that is noted.
create table people.mandate (
  id           uuid primary key,
  form         uuid not null,
  reference    text not null unique check (reference ~ '^[23456789CDFHJKMPRTX]{8}$'),
  code_hash    bytea check (octet_length(code_hash) = 32),
  helper       uuid not null,
  helper_name  text check (length(helper_name) <= 100),
  days         int not null check (days in (1, 31, 182, 365)),
  starts_at    timestamptz not null,
  ends_at      timestamptz not null check (ends_at = starts_at + days * interval '24 hours'),
  language     text not null check (language in ('fr', 'en', 'gcf')),
  person_name  text check (length(person_name) between 1 and 100),
  email        text check (length(email) <= 254),
  scope        text[] not null check (cardinality(scope) >= 1),
  consent_how  text not null check (consent_how in ('SPOKEN', 'SIGNED')),
  consented_at timestamptz not null,
  consent_by   uuid not null,
  renews       uuid references people.mandate,
  revoked_at   timestamptz,
  revoked_by   text check (revoked_by in ('PERSON', 'HELPER', 'COUNTER')),
  erased_at    timestamptz,
  example      boolean not null default false,
  unique (helper, form),
  check ((revoked_at is null) = (revoked_by is null)),
  -- once the person is forgotten nothing personal is left; until then their name is there
  check ((erased_at is null) = (person_name is not null)),
  check (erased_at is null or (email is null and code_hash is null and helper_name is null))
);
create index mandate_end on people.mandate (ends_at) where erased_at is null;

-- What was done under a mandate: appended, never edited.
create table people.mandate_entry (
  id      bigint generated always as identity primary key,
  mandate uuid not null references people.mandate,
  at      timestamptz not null,
  what    text not null check (what in ('MADE', 'CARD', 'ACT', 'REVOKED', 'ERASED')),
  kind    text check (length(kind) <= 60),
  by_name text check (length(by_name) <= 100),
  about   text check (length(about) between 1 and 200),
  -- names the form that was sent, so that the same form sent twice is one line
  form    uuid,
  unique (mandate, form),
  check ((what = 'ACT') = (kind is not null))
);
create index mandate_entry_of on people.mandate_entry (mandate, id);

-- Helpers, and when they last used a mandate: whoever has not for long may not until an
-- administrator says so.
create table people.mandate_helper (
  account uuid primary key references people.account on delete cascade,
  used_at timestamptz not null
);

create function people.keep_mandate_entries() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.about is null and new.by_name is null
     and to_jsonb(new) - array['about', 'by_name'] = to_jsonb(old) - array['about', 'by_name'] then
    return new; -- a retention ended
  end if;
  raise exception 'the journal of a mandate is not edited (%)', tg_op
    using errcode = 'restrict_violation', constraint = 'mandate_journal';
end $$;
create trigger no_edit before update or delete on people.mandate_entry
  for each row execute function people.keep_mandate_entries();
create trigger no_truncate before truncate on people.mandate_entry
  for each statement execute function people.keep_mandate_entries();
alter table people.mandate_entry enable always trigger no_edit;
alter table people.mandate_entry enable always trigger no_truncate;
