-- Whether a category can be reported on the web while the city is in a crisis.
alter table requests.category add column crisis boolean not null default false;
