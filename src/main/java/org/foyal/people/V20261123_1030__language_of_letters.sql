-- The language that letters to somebody are written in; accounts made before this were French.
alter table people.account add column language text not null default 'fr'
  check (language ~ '^[a-z]{2,3}$');
alter table people.account alter column language drop default;
