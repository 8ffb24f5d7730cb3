-- What somebody said in an appeal is erased some time after it was decided; that there was one stays.
alter table cases.appeal
  alter column words drop not null,
  add constraint open_appeal_has_words check (words is not null or decided_at is not null);
