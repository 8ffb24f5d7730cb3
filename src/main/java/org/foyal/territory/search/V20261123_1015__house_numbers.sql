-- « 12 bis rue Lamartine » is one step into this index, however many addresses there are, and however
-- their producer writes « 12BIS ». It begins with the
-- street, so it does all that the index on the street alone did.
create index address_of_street_number on territory.address (street_id, lower(number)) where replaced is null;
drop index territory.address_of_street;
