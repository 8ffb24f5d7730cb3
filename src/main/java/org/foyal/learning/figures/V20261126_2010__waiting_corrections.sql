-- That what was recorded late changes a published quarter, and can't be published yet since it would single somebody out.
create table learning.figure_correction (
  quarter     date primary key,
  waits_since date not null
);
