-- Which delivery settled a question by saying it otherwise: with that one undone, the question is open again.
alter table fibre.doubt
  add column mended_by bigint references fibre.delivery,
  add check (mended_by is null or answer = 'MENDED');
create index doubt_mended on fibre.doubt (mended_by) where mended_by is not null;
