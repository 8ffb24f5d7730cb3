-- Why the department of a case was chosen, where it was by rule; a fact for the staff.
alter table cases.entry add column rule text check (length(rule) between 1 and 400);
