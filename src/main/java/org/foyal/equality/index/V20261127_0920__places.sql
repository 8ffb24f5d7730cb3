-- Nights from here on keep places too, and what chance their values leave. Earlier ones stay as they are and are made again as they were.
alter table equality.index_run add column form smallint not null default 1 check (form in (1, 2));
