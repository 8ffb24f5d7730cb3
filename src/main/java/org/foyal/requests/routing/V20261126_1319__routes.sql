-- Who answers a category in a neighbourhood, where it is not the category's own department.
create table requests.route (
  category   text not null references requests.category,
  area       text not null check (length(area) between 1 and 20),
  department text not null check (length(department) between 1 and 60),
  primary key (category, area)
);
