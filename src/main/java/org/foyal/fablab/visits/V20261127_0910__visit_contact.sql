-- Where to write to whoever comes with a group, if it is called off. Emptied the day after.
alter table fablab.booking
  add contact text check (length(contact) between 3 and 254),
  add constraint contact_of_groups check (contact is null or visitors is not null);
create index booking_contact on fablab.booking (upper(during)) where contact is not null;
