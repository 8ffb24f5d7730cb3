-- Learning: places, courses and who comes to them.
create schema learning;
