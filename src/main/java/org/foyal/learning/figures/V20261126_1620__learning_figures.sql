-- What was published of people, quarter by quarter, kept as it was published: what is recorded late changes none of it.
-- A correction is a version of its own, and only where nobody can be found in the difference.
create table learning.figure_publication (
  quarter      date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
  version      int not null check (version > 0),
  published_on date not null,
  primary key (quarter, version)
);

-- A number of people, or of days that people waited. What is not shown is kept, to judge a correction by; no page gives it out.
create table learning.figure_cell (
  quarter date not null,
  version int not null,
  tab     text not null check (tab ~ '^[A-Z_]{1,20}$'),
  part    text not null check (length(part) between 1 and 100),
  counted bigint not null check (counted >= 0),
  shown   boolean not null,
  primary key (quarter, version, tab, part),
  foreign key (quarter, version) references learning.figure_publication
);
create trigger kept_as_published before update or delete on learning.figure_publication
  for each row execute function learning.refuse_change();
create trigger kept_as_published before update or delete on learning.figure_cell
  for each row execute function learning.refuse_change();
