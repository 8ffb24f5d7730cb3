-- Days whose changes were told to those who asked: a night that was missed is made up for, no day is
-- told twice.
create table agreement.told (
  day     date primary key,
  told_at timestamptz not null
);
