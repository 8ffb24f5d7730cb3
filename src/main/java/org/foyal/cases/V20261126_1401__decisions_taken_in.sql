-- Decisions about what everybody sees of a case, and appeals against them, with the rows that the room `requests` handed
-- over. Of a case one appeal is open at a time; nobody changes a decision, or takes one out.
alter table handover.appeal set schema cases;
alter table handover.decision set schema cases;
drop schema handover;

alter table cases.appeal add constraint appeal_of_case foreign key (case_id) references cases.case_file;
alter table cases.decision add constraint decision_of_case foreign key (case_id) references cases.case_file;
alter index cases.decision_of_report rename to decision_by_case;

create function cases.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'a decision stands as it was made' using errcode = 'check_violation', constraint = 'decision_stands';
end $$;
create trigger decision_stands before update or delete on cases.decision
  for each row execute function cases.refuse_to_rewrite();

-- Who kept something back does not decide about the appeal against it.
create function cases.refuse_own_appeal() returns trigger language plpgsql as $$
begin
  if new.appeal is not null and new.account is not null and new.account = (
      select d.account from cases.decision d
      where d.case_id = new.case_id and d.shown = 'HIDDEN' order by d.id desc limit 1) then
    raise exception 'somebody else decides about an appeal'
      using errcode = 'check_violation', constraint = 'appeal_by_another';
  end if;
  return new;
end $$;
create trigger appeal_by_another before insert on cases.decision
  for each row execute function cases.refuse_own_appeal();
