-- A party and its part in an agreement bear a version, so that whoever corrects one is told when
-- somebody else was first. A part's comes from one sequence: a part that is taken out and added
-- again never bears the number that it had before.
alter table agreement.party add column version int not null default 1;
create sequence agreement.part_version as int;
alter table agreement.signatory
  add column version int not null default nextval('agreement.part_version');
