-- A source may name a time without a day, and a promise without a share: no more than it says is kept.
alter table fibre.commitment
  alter column measured drop not null,
  alter column share_percent drop not null,
  add check ((measured is null) = (share_percent is null)),
  add column due_precision text check (due_precision in ('DAY', 'MONTH', 'YEAR'));
update fibre.commitment set due_precision = 'DAY' where due_on is not null;
alter table fibre.commitment add check ((due_on is null) = (due_precision is null));
