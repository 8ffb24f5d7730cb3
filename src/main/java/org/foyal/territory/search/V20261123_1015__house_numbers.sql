-- « 12 bis rue Lamartine » is one step into this index, however many addresses there are. It begins with the
-- street, so it does all that the index on the street alone did.
create index address_of_street_number on territory.address (street_id, number) where replaced is null;
drop index territory.address_of_street;
