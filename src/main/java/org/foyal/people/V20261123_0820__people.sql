create schema people;

-- An account of the staff. Residents have none.
create table people.account (
  id                  uuid primary key,
  email               text not null unique
                      check (length(email) <= 254 and email = lower(email) and email ~ '^[!-~]+@[!-~]+$'),
  name                text not null check (length(name) between 1 and 100 and name !~ '[[:cntrl:]]'),
  status              text not null check (status in ('INVITED', 'ACTIVE', 'DISABLED')),
  password_hash       text check (password_hash like '$argon2id$%'),
  second_factor       text check (second_factor in ('TOTP', 'CODES')),
  totp_secret         bytea check (octet_length(totp_secret) >= 16),
  totp_last_step      bigint,
  session_epoch       int not null default 1,
  example             boolean not null default false,
  created_at          timestamptz not null,
  password_changed_at timestamptz,
  last_signed_in_at   timestamptz,
  check (status <> 'ACTIVE' or password_hash is not null),
  check ((second_factor is not distinct from 'TOTP') = (totp_secret is not null))
);

create table people.account_role (
  account uuid not null references people.account on delete cascade,
  role    text not null
          check (role in ('admin', 'agent', 'mediator', 'fablab', 'elected', 'operator', 'analyst')),
  primary key (account, role)
);

-- Once the city has had an administrator it always has one: looked at when a transaction ends, one
-- transaction at a time, so that two administrators who remove each other can't both succeed.
create table people.founded (one boolean primary key default true check (one));

create function people.keep_an_administrator() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('people.keep_an_administrator'));
  if exists (select from people.account a join people.account_role r on r.account = a.id
             where a.status = 'ACTIVE' and r.role = 'admin') then
    insert into people.founded values (true) on conflict do nothing;
  elsif exists (select from people.founded) then
    raise exception 'the last administrator stays'
      using errcode = 'check_violation', constraint = 'last_administrator';
  end if;
  return null;
end $$;
create constraint trigger keep_an_administrator
  after insert or delete or update of status on people.account
  deferrable initially deferred for each row execute function people.keep_an_administrator();
create constraint trigger keep_an_administrator
  after insert or delete or update on people.account_role
  deferrable initially deferred for each row execute function people.keep_an_administrator();

-- Printed codes for people without a smartphone: hashed with the account's number, each once.
create table people.one_time_code (
  account uuid not null references people.account on delete cascade,
  hash    bytea not null check (octet_length(hash) = 32),
  used_at timestamptz,
  primary key (account, hash)
);

-- Links that open once: an invitation, a new password, the city's first administrator. Only the hash
-- of what they carry is kept.
create table people.link (
  hash        bytea primary key check (octet_length(hash) = 32),
  kind        text not null check (kind in ('INVITATION', 'PASSWORD', 'FIRST_ADMINISTRATOR')),
  account     uuid references people.account on delete cascade,
  totp_secret bytea,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  check ((kind = 'FIRST_ADMINISTRATOR') = (account is null))
);
create index link_by_account on people.link (account);

-- How often somebody was wrong: by account (a hash of what was typed), by sender, by second step.
create table people.attempt (
  subject     text primary key check (length(subject) <= 120),
  failures    int not null check (failures > 0),
  last_at     timestamptz not null,
  waits_until timestamptz not null
);
create index attempt_old on people.attempt (last_at);

-- Spring Session's tables; the names of their columns are its own.
create table people.session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index session_expiry on people.session (expiry_time);
create index session_principal on people.session (principal_name);
create table people.session_attributes (
  session_primary_id char(36) not null references people.session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- The audit trail: appended with the deed, in its transaction. Nobody changes it, the program's own
-- user included; only what is older than 180 days may go, when its retention ends.
create table people.act (
  id     bigint generated always as identity primary key,
  at     timestamptz not null,
  who    uuid,
  name   text not null check (length(name) <= 100),
  sender text not null check (length(sender) <= 64),
  what   text not null check (what ~ '^[a-z0-9.-]{1,80}$'),
  about  text not null check (length(about) <= 500)
);
create index act_at on people.act (at);
create index act_who on people.act (who, id);
create index act_what on people.act (what, id);

create function people.refuse_to_forget() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '180 days' then
    return old;
  end if;
  raise exception 'the audit trail is not edited (%)', tg_op
    using errcode = 'restrict_violation', constraint = 'audit_trail';
end $$;
create trigger no_edit before update or delete on people.act
  for each row execute function people.refuse_to_forget();
create trigger no_truncate before truncate on people.act
  for each statement execute function people.refuse_to_forget();
alter table people.act enable always trigger no_edit;
alter table people.act enable always trigger no_truncate;
