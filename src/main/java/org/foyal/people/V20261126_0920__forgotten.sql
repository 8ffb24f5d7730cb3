-- Wishes for a new password, written down alike for every address and answered seconds later.
create table people.forgotten (
  id       bigint generated always as identity primary key,
  email    text not null check (length(email) <= 254),
  sender   text not null check (length(sender) <= 64),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  asked_at timestamptz not null
);
