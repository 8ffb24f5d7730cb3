-- « Mon capteur sur la carte »: kits that are lent, and what becomes of them on the way to the map. The database itself
-- refuses that a box is lent twice.
create table fablab.kit (
  id       uuid primary key,                               -- the form: the same one is entered once
  title    jsonb not null check (fablab.is_text(title, 100)),
  about    jsonb not null check (fablab.is_text(about, 1000)),    -- what it is for
  contents jsonb not null check (fablab.is_text(contents, 2000)), -- what is in the box, a thing a line
  steps    jsonb not null check (fablab.is_text(steps, 6000)),    -- how it is built, a step a line
  measures text[] not null check (cardinality(measures) between 1 and 6), -- words of what it measures, of `things`
  boxes    int not null check (boxes between 1 and 200),
  loan_days int not null default 30 check (loan_days between 1 and 365),
  active   boolean not null default true,
  example  boolean not null default false,
  version  int not null default 1
);

create table fablab.kit_loan (
  id          uuid primary key,                            -- the form: the same one is lent once
  reference   text not null unique check (length(reference) = 8), -- with its code it opens the way to the map
  kit         uuid not null references fablab.kit,
  box         int not null check (box >= 1),
  member      uuid not null references fablab.member,
  lent_at     timestamptz not null,
  lent_by     uuid,
  due_on      date not null,
  built_at    timestamptz,                                 -- they say that it stands
  device      uuid unique,                                 -- of `things`: its key
  thing       bigint unique,                               -- of `things`: what it is on the map
  connected_at timestamptz,
  returned_at timestamptz,
  came_back   text check (came_back in ('WHOLE', 'PARTS_MISSING', 'BROKEN', 'LOST')),
  words       text check (length(words) between 1 and 300),
  example     boolean not null default false,
  check ((returned_at is null) = (came_back is null)),
  check (returned_at >= lent_at),
  check ((thing is null) = (device is null) and (thing is null) = (connected_at is null))
);
create unique index kit_lent_once on fablab.kit_loan (kit, box) where returned_at is null;
create index kit_loan_of_member on fablab.kit_loan (member, lent_at desc);

create function fablab.is_a_box() returns trigger language plpgsql as $$
begin
  if new.box > (select boxes from fablab.kit where id = new.kit) then
    raise exception 'there is no box % of this kit', new.box using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lent_is_a_box before insert or update of kit, box on fablab.kit_loan
  for each row execute function fablab.is_a_box();

create function fablab.keeps_lent_boxes() returns trigger language plpgsql as $$
begin
  if exists (select from fablab.kit_loan where kit = new.id and box > new.boxes and returned_at is null) then
    raise exception 'a box of this kit is still lent' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger boxes_keeps_lent before update of boxes on fablab.kit
  for each row execute function fablab.keeps_lent_boxes();
