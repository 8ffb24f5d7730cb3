-- Decisions and appeals are kept by the room `cases` from here on, for every room alike. This room lets go of its two
-- tables with all their rows; `handover` stands only between this migration and the next one, which takes them in.
drop trigger decision_stands on requests.decision;
drop trigger appeal_by_another on requests.decision;
drop function requests.refuse_to_rewrite();
drop function requests.refuse_own_appeal();
alter table requests.decision drop constraint decision_case_id_fkey;
alter table requests.appeal drop constraint appeal_case_id_fkey;
create schema handover;
alter table requests.appeal set schema handover;
alter table requests.decision set schema handover;
