-- What a category asks beyond the words, in the terms of Open311 GeoReport v2. A condition names an option of
-- another question of the same category.
create table requests.attribute (
  id        bigint generated always as identity primary key,
  category  text not null references requests.category,
  code      text not null check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  ask       jsonb not null check (requests.is_told(ask, 300)),
  kind      text not null check (kind in
              ('STRING', 'TEXT', 'NUMBER', 'DATETIME', 'SINGLEVALUELIST', 'MULTIVALUELIST', 'NOTE')),
  required  boolean not null default false,
  open      boolean not null default false,
  options   jsonb not null default '[]',
  if_code   text,
  if_option text,
  place     int not null default 0 check (place between 0 and 9999),
  active    boolean not null default true,
  version   int not null default 1,
  unique (category, code),
  foreign key (category, if_code) references requests.attribute (category, code),
  constraint attribute_condition_is_whole check ((if_code is null) = (if_option is null)),
  constraint attribute_needs_no_answer_of_its_own check (if_code <> code),
  constraint attribute_options_of_lists check (jsonb_typeof(options) = 'array'
    and (kind in ('SINGLEVALUELIST', 'MULTIVALUELIST')) = (jsonb_array_length(options) between 1 and 40)),
  constraint attribute_note_asks_nothing check (kind <> 'NOTE' or not required)
);

-- What was answered: the question as it was asked, and the words.
create table requests.answer (
  case_id   bigint not null references requests.report,
  attribute bigint not null references requests.attribute,
  asked     jsonb not null check (requests.is_told(asked, 300)),
  said      text not null check (length(said) between 1 and 4000),
  primary key (case_id, attribute)
);
