-- Who may act as the person of earlier places, in which language each place is told, and answers to offers.

alter table learning.participation
  -- whether whoever holds its code is the person: the first by that name and contact, with the code of an earlier
  -- place, or written down by the staff; anybody else can type a name and an address
  add column proven boolean not null default false,
  add column language text check (language in ('fr', 'en', 'gcf')), -- in which it is told; of the person, where empty
  add column declined_at timestamptz; -- when an offer was turned down: none for a day

update learning.participation p set proven = p.channel <> 'WEB'
  or not exists (select from learning.participation o where o.learner = p.learner and o.id <> p.id
    and (o.id < p.id or o.channel <> 'WEB'));

-- PROLONGED: an offer without answer, and nobody else waits. PASSED: nobody could tell them, they keep their turn.
alter table learning.participation_event drop constraint participation_event_what_check;
alter table learning.participation_event add constraint participation_event_what_check check (what in
  ('ASKED', 'WAITING', 'OFFERED', 'ACCEPTED', 'DECLINED', 'TIMED_OUT', 'PROLONGED', 'PASSED', 'CONFIRMED', 'EXCUSED',
   'REVOKED', 'LAPSED', 'PRESENT', 'LATE', 'NO_SHOW', 'MOVED', 'CALLED', 'NOT_CONFIRMED', 'OVER'));
