-- What a session has given up stays written for a while, so that calendars that have it are told.
alter table learning.occupation add column left_at timestamptz; -- since when it is no longer the session's
alter table learning.occupation add constraint left_is_free check (left_at is null or not active);

-- The places that a session has left for another one.
create table learning.session_left (
  session uuid not null references learning.session on delete cascade,
  place   uuid not null references learning.place,
  left_at timestamptz not null,
  primary key (session, place)
);
create index on learning.session_left (place, left_at);

-- Since when a room, trainer or equipment is as it is; the name of a trainer out of use is kept a year.
alter table learning.resource add column changed_at timestamptz not null default now();
