-- Whether the desk said something of a place that the national standard has a field for, and no file has told
-- of it since: a file of that same day does not undo it.
alter table learning.place add column corrected boolean not null default false;
