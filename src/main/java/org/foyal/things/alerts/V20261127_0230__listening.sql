-- Since when somebody listens to objects without a break: silence of objects counts from then on, since nobody is
-- silent for whom nobody listened. Said anew several times a minute by whoever listens.
create table things.alert_listening (
  one boolean primary key default true check (one),
  since timestamptz not null,
  last_at timestamptz not null);
