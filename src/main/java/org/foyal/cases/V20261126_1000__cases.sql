create schema cases;

-- Who answers. The city enters its own.
create table cases.department (
  code    text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  name    text not null check (length(name) between 1 and 200),
  email   text check (length(email) between 3 and 254),
  phone   text check (length(phone) between 3 and 40),
  address text check (length(address) between 3 and 400),
  active  boolean not null default true,
  example boolean not null default false,
  version int not null default 1,
  constraint department_can_be_reached check (coalesce(email, phone, address) is not null)
);

-- One thing that somebody asked. « undone » counts how often a step was taken back.
create table cases.case_file (
  id           bigint generated always as identity primary key,
  reference    text not null unique check (reference ~ '^[23456789CDFHJKMPRTX]{8}$'),
  form         uuid not null unique,
  kind         text not null check (kind ~ '^[a-z]{1,40}$'),
  subject      text not null check (length(subject) between 1 and 300),
  channel      text not null check (channel in ('WEB', 'COUNTER', 'PHONE', 'EMAIL', 'OPEN311')),
  language     text not null check (language in ('fr', 'en', 'gcf')),
  department   text references cases.department,
  agent        uuid,
  state        text not null default 'RECEIVED'
               check (state in ('RECEIVED', 'UNDER_WAY', 'PLANNED', 'CLOSED')),
  outcome      text check (outcome in ('DONE', 'NOT_OURS', 'DUPLICATE', 'REFUSED', 'NOT_POSSIBLE', 'TAKEN_BACK')),
  opened_at    timestamptz not null,
  opened_on    date not null,
  promised_on  date not null,
  objective    boolean not null,
  silence      text not null check (silence in ('NOTHING', 'GRANTED', 'REFUSED')),
  silence_on   date,
  closed_at    timestamptz,
  closed_on    date,
  follows      bigint unique references cases.case_file check (follows <> id),
  code_version int not null default 1,
  undone       int not null default 0,
  taken_by     uuid,
  example      boolean not null default false,
  version      int not null default 1,
  check (promised_on > opened_on),
  check ((state = 'CLOSED') = (closed_at is not null)),
  check ((state = 'CLOSED') = (closed_on is not null)),
  check ((state = 'CLOSED') = (outcome is not null)),
  check ((silence = 'NOTHING') = (silence_on is null)),
  constraint closing_after_opening check (closed_at >= opened_at)
);
create index case_open on cases.case_file (promised_on, id) where state <> 'CLOSED';
create index case_of_department on cases.case_file (department, promised_on, id) where state <> 'CLOSED';
create index case_of_agent on cases.case_file (agent, promised_on, id) where state <> 'CLOSED';
create index case_closed on cases.case_file (closed_on, id) where state = 'CLOSED';

-- Forward only; back only when the same step says that it undoes.
create function cases.refuse_to_go_back() returns trigger language plpgsql as $$
declare states constant text[] := array['RECEIVED', 'UNDER_WAY', 'PLANNED', 'CLOSED'];
begin
  if array_position(states, new.state) < array_position(states, old.state)
     and new.undone <> old.undone + 1 then
    raise exception 'a case goes forward only (% to %)', old.state, new.state
      using errcode = 'check_violation', constraint = 'case_forward_only';
  end if;
  return new;
end $$;
create trigger forward_only before update of state on cases.case_file
  for each row execute function cases.refuse_to_go_back();

-- How to reach whoever asked; forgotten some time after the case is closed. They typed it themselves,
-- or said yes to somebody of the staff who wrote it down.
create table cases.asker (
  case_id bigint primary key references cases.case_file,
  name    text check (length(name) between 1 and 200),
  email   text check (length(email) between 3 and 254),
  phone   text check (length(phone) between 3 and 40),
  consent text not null check (consent in ('TYPED', 'SPOKEN')),
  check (coalesce(name, email, phone) is not null)
);

-- The thread: what was said and done, in order.
create table cases.entry (
  id           bigint generated always as identity primary key,
  case_id      bigint not null references cases.case_file,
  kind         text not null check (kind in ('OPENED', 'MESSAGE', 'NOTE', 'MOVED', 'UNDONE', 'HANDED_OVER', 'ASSIGNED', 'GOES_ON')),
  at           timestamptz not null,
  open         boolean not null,
  author       text not null check (author in ('ASKER', 'STAFF', 'HOUSE')),
  account      uuid,
  words        text check (length(words) between 1 and 4000),
  state        text,
  before       text,
  outcome      text,
  department   text references cases.department,
  form         uuid,
  undone       boolean not null default false,
  check (kind <> 'NOTE' or not open),
  check ((author = 'STAFF') = (account is not null)),
  check (kind <> 'MOVED' or (state is not null and before is not null)),
  unique (case_id, form)
);
create index entry_of_case on cases.entry (case_id, id);

-- The key of the codes that go with references, made at the first start.
create table cases.secret (
  one   boolean primary key default true check (one),
  bytes bytea not null check (octet_length(bytes) = 32)
);
