create schema shell;

-- A crisis that the city has declared. One at a time; what was said in it stays.
create table shell.crisis (
  id         bigint generated always as identity primary key,
  since      timestamptz not null,
  reason     text not null check (length(reason) between 1 and 300),
  message    jsonb not null check (coalesce(length(message ->> 'fr'), 0) between 1 and 400),
  numbers    text not null check (length(numbers) <= 1000),
  review_at  timestamptz not null,
  ended_at   timestamptz,
  changed_at timestamptz not null,
  version    int not null default 1,
  check (review_at > since),
  check (ended_at >= since)
);
create unique index crisis_one_at_a_time on shell.crisis ((true)) where ended_at is null;
