-- Each commit of the intake counts in the rows of its datastreams. Where a page has room left, the new row stands beside
-- the old one and no index is touched (heap-only tuples).
alter table things.datastream set (fillfactor = 40);
