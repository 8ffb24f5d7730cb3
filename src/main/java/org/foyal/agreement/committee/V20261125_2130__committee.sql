-- A meeting of those who steer an agreement. Once it was held its agenda stands still.
create table agreement.meeting (
  id        bigint generated always as identity primary key,
  agreement text not null references agreement.agreement,
  held_on   date not null,
  place     text not null check (length(place) between 1 and 200),
  state     text not null default 'PLANNED' check (state in ('PLANNED', 'HELD')),
  minutes   text check (length(minutes) between 1 and 20000),
  promises  int,
  kept      int,
  late      int,
  example   boolean not null default false,
  version   int not null default 1,
  check ((state = 'HELD') = (promises is not null and kept is not null and late is not null)),
  unique (agreement, held_on)
);

-- Who came. Names are kept with the report and forgotten with docs/privacy.md's delay.
create table agreement.attendance (
  meeting  bigint not null references agreement.meeting,
  name     text not null check (length(name) between 1 and 200),
  capacity text check (length(capacity) between 1 and 200),
  party    text not null references agreement.party,
  presence text not null check (presence in ('PRESENT', 'EXCUSED', 'ABSENT')),
  primary key (meeting, name)
);

create table agreement.agenda_item (
  id         bigint generated always as identity primary key,
  meeting    bigint not null references agreement.meeting,
  kind       text not null check (kind in ('LATE', 'DUE', 'DECISION', 'SUPPORT', 'TOPIC')),
  commitment text check (length(commitment) <= 80),
  title      jsonb not null check (agreement.is_told(title, 1000)),
  day        date
);
create index agenda_of_meeting on agreement.agenda_item (meeting, id);

create table agreement.decision (
  id      bigint generated always as identity primary key,
  meeting bigint not null references agreement.meeting,
  text    jsonb not null check (agreement.is_told(text, 1000)),
  owner   text not null references agreement.party,
  due_on  date not null,
  done_on date
);
create index decision_of_meeting on agreement.decision (meeting, id);
create index decision_open on agreement.decision (due_on) where done_on is null;
