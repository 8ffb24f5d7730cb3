-- What an hour costs, who has the solidarity tariff, and time credits in a ledger of two sides. Nothing in it is changed.
create table fablab.price (
  type           text primary key references fablab.machine_type,
  cents_per_hour int not null check (cents_per_hour between 0 and 100000)
);

-- The paper with the quotient is seen and given back: only the share of the full price stands here, in whole hundredths.
create table fablab.eligibility (
  id      uuid primary key,                                -- the form: the same one is noted once
  member  uuid not null references fablab.member,
  percent int not null check (percent between 0 and 100),
  until   date not null,                                   -- the last day
  seen_by uuid not null,                                   -- who of the staff
  seen_at timestamptz not null,
  example boolean not null default false
);
create index eligibility_of on fablab.eligibility (member, seen_at);
create trigger kept_as_written before update or delete on fablab.eligibility
  for each row execute function fablab.refuse_change();

-- Each member's account, the common pot, and the lab that gives minutes out and takes them back.
create table fablab.credit_account (
  id     uuid primary key,
  kind   text not null check (kind in ('MEMBER', 'POT', 'LAB')),
  member uuid unique references fablab.member,
  check ((kind = 'MEMBER') = (member is not null))
);
create unique index one_pot_and_one_lab on fablab.credit_account (kind) where member is null;
insert into fablab.credit_account (id, kind) values
  ('00000000-0000-0000-0000-000000000001', 'POT'), ('00000000-0000-0000-0000-000000000002', 'LAB');

create table fablab.credit_transfer (
  id      uuid primary key,                                -- the form: the same one is done once
  what    text not null check (what in ('GRANT', 'FUND', 'USE', 'REFUND', 'EXPIRE', 'GIFT')),
  booking uuid,
  account uuid,                                            -- who of the staff; none: the member, or the program
  at      timestamptz not null
);
create trigger kept_as_written before update or delete on fablab.credit_transfer
  for each row execute function fablab.refuse_change();

create table fablab.credit_entry (
  transfer   uuid not null references fablab.credit_transfer,
  account    uuid not null references fablab.credit_account,
  expires_on date not null,                                -- the last day on which these minutes are good
  minutes    int not null check (minutes <> 0),
  primary key (transfer, account, expires_on)
);
create index credit_entry_of on fablab.credit_entry (account, expires_on);
create trigger kept_as_written before update or delete on fablab.credit_entry
  for each row execute function fablab.refuse_change();

-- What is left of whom, by the last day. Written by the entries alone; never less than nothing.
create table fablab.credit_balance (
  account    uuid not null references fablab.credit_account,
  expires_on date not null,
  minutes    bigint not null,
  primary key (account, expires_on),
  constraint never_below_nothing check (minutes >= 0)
);

create function fablab.book_entry() returns trigger language plpgsql as $$
begin
  if exists (select from fablab.credit_account where id = new.account and kind = 'LAB') then
    return null;
  end if;
  insert into fablab.credit_balance values (new.account, new.expires_on, 0) on conflict do nothing;
  update fablab.credit_balance set minutes = minutes + new.minutes
    where account = new.account and expires_on = new.expires_on;
  return null;
end $$;
create trigger booked after insert on fablab.credit_entry for each row execute function fablab.book_entry();

create function fablab.only_by_entries() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'balances are written by entries alone' using errcode = 'check_violation', constraint = 'only_by_entries';
  end if;
  return new;
end $$;
create trigger only_by_entries before insert or update or delete on fablab.credit_balance
  for each row execute function fablab.only_by_entries();

create function fablab.transfer_balances() returns trigger language plpgsql as $$
begin
  if (select sum(minutes) from fablab.credit_entry where transfer = new.transfer) <> 0 then
    raise exception 'a transfer takes what it gives' using errcode = 'check_violation', constraint = 'transfer_balances';
  end if;
  return null;
end $$;
create constraint trigger transfer_balances after insert on fablab.credit_entry
  deferrable initially deferred for each row execute function fablab.transfer_balances();

-- What was paid for a booking: free minutes first, then time credits, then money at the counter.
create table fablab.payment (
  booking        uuid primary key,
  member         uuid not null references fablab.member,
  month          date not null check (extract(day from month) = 1), -- whose free minutes were taken
  minutes        int not null check (minutes between 1 and 1440),
  free_minutes   int not null check (free_minutes >= 0),
  credit_minutes int not null check (credit_minutes >= 0),
  cents          int not null check (cents >= 0),
  receipt        text check (length(receipt) between 1 and 60), -- of the counter's book
  noted_by       uuid,
  at             timestamptz not null,
  check (free_minutes + credit_minutes <= minutes),
  check (cents = 0 or (receipt is not null and noted_by is not null and free_minutes + credit_minutes < minutes))
);
create index payment_of on fablab.payment (member, month);
create trigger kept_as_written before update or delete on fablab.payment
  for each row execute function fablab.refuse_change();

create table fablab.refund (
  id                uuid primary key,                      -- the form: the same one is done once
  booking           uuid not null references fablab.payment,
  why               text not null check (why in ('IN_TIME', 'LATE', 'NO_SHOW', 'CLOSED', 'AGREED')),
  cents             int not null check (cents >= 0),
  free_minutes      int not null check (free_minutes >= 0),
  credit_minutes    int not null check (credit_minutes >= 0),
  converted_minutes int not null check (converted_minutes >= 0), -- paid for in money, given back as time
  noted_by          uuid,
  at                timestamptz not null
);
create unique index settled_once on fablab.refund (booking) where why <> 'AGREED';
create trigger kept_as_written before update or delete on fablab.refund
  for each row execute function fablab.refuse_change();

create function fablab.refund_within_payment() returns trigger language plpgsql as $$
declare
  paid fablab.payment;
  back record;
  bought bigint;
begin
  select * into paid from fablab.payment where booking = new.booking for update;
  select sum(cents) cents, sum(free_minutes) free, sum(credit_minutes) credit, sum(converted_minutes) converted
    into back from fablab.refund where booking = new.booking;
  bought := paid.minutes - paid.free_minutes - paid.credit_minutes;
  if back.free > paid.free_minutes or back.credit > paid.credit_minutes or back.cents > paid.cents
      or (paid.cents = 0 and back.converted > 0)
      or back.converted * paid.cents + back.cents * bought > paid.cents::bigint * bought then
    raise exception 'never more is given back than was paid' using errcode = 'check_violation', constraint = 'refund_within_payment';
  end if;
  return null;
end $$;
create trigger refund_within_payment after insert on fablab.refund
  for each row execute function fablab.refund_within_payment();
