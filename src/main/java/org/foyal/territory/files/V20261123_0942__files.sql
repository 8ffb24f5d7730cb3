-- What a report says must be readable later, in any language, and each notice must be complete.
alter table territory.import
  add format text not null default '',
  add note text not null default '',               -- what the producer warns of
  add rows_aside bigint not null default 0;        -- of communes that were not asked for
alter table territory.refused_row
  add arguments text[] not null default '{}';      -- what the words of the reason speak of
