-- What is at somebody's home (`foyal.blurred`) is kept to a hundredth of a degree only, whoever wrote it: no door can tell
-- what nobody has. Here stands what is so already.
alter table things.location add column rough boolean not null default false;
alter table things.feature_of_interest add column rough boolean not null default false;
create index thing_blurred on things.thing (id) where properties -> 'foyal.blurred' = 'true';
