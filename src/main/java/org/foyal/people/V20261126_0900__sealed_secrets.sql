-- The secrets of second steps lie sealed by a key that is not in the database. What an earlier version left open is
-- sealed at the start; the column of before then is empty.
create table people.seal_key (
  number  bytea primary key check (octet_length(number) = 8),
  made_at timestamptz not null default now()
);

alter table people.account add column totp_sealed bytea check (octet_length(totp_sealed) > 37);
alter table people.account drop constraint account_check1;
alter table people.account add constraint account_second_factor check (
  (second_factor is not distinct from 'TOTP') = (num_nonnulls(totp_secret, totp_sealed) > 0)
  and num_nonnulls(totp_secret, totp_sealed) < 2);

alter table people.link add column totp_sealed bytea check (octet_length(totp_sealed) > 37);

-- Offers of a secret lay open in sessions; they are made anew.
delete from people.session_attributes where attribute_name = 'foyal.offered';
