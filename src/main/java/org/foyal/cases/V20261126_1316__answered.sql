-- What was asked was a question, and it is answered, or a rule keeps it from being published: nothing was done that
-- could need repair.
alter table cases.case_file
  drop constraint case_file_outcome_check,
  add constraint case_file_outcome_check check (outcome in
    ('DONE', 'ANSWERED', 'NOT_OURS', 'DUPLICATE', 'REFUSED', 'NOT_POSSIBLE', 'TAKEN_BACK', 'NOT_PUBLISHED'));
