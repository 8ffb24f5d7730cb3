-- What was entered once the meeting was held bears the day on which it was, so that nobody takes it
-- for what the meeting itself wrote down.
alter table agreement.attendance add column added_on date;
alter table agreement.decision add column added_on date;
