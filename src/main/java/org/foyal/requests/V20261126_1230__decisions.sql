-- Whoever filed a report may say that its words were kept back without reason; once at a time.
create table requests.appeal (
  id         bigint generated always as identity primary key,
  case_id    bigint not null references requests.report,
  form       uuid not null unique,
  words      text not null check (length(words) between 1 and 2000),
  at         timestamptz not null,
  decided_at timestamptz check (decided_at >= at)
);
create unique index appeal_open on requests.appeal (case_id) where decided_at is null;

-- Every decision about what everybody sees of a report. Nobody changes one, or takes one out.
create table requests.decision (
  id      bigint generated always as identity primary key,
  case_id bigint not null references requests.report,
  shown   text not null check (shown in ('SHOWN', 'HIDDEN')),
  rule    text check (length(rule) between 1 and 300),
  at      timestamptz not null,
  account uuid,
  appeal  bigint unique references requests.appeal,
  check ((shown = 'HIDDEN') = (rule is not null))
);
create index decision_of_report on requests.decision (case_id, id);
create index decision_in_public on requests.decision (id) where shown = 'HIDDEN' or appeal is not null;

insert into requests.decision (case_id, shown, rule, at)
  select case_id, shown, rule, moderated_at from requests.report where shown <> 'WAITING';

create function requests.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'a decision stands as it was made' using errcode = 'check_violation', constraint = 'decision_stands';
end $$;
create trigger decision_stands before update or delete on requests.decision
  for each row execute function requests.refuse_to_rewrite();

-- Who kept something back does not decide about the appeal against it.
create function requests.refuse_own_appeal() returns trigger language plpgsql as $$
begin
  if new.appeal is not null and new.account is not null and new.account = (
      select d.account from requests.decision d
      where d.case_id = new.case_id and d.shown = 'HIDDEN' order by d.id desc limit 1) then
    raise exception 'somebody else decides about an appeal'
      using errcode = 'check_violation', constraint = 'appeal_by_another';
  end if;
  return new;
end $$;
create trigger appeal_by_another before insert on requests.decision
  for each row execute function requests.refuse_own_appeal();

create index report_waiting on requests.report (case_id) where shown = 'WAITING';
