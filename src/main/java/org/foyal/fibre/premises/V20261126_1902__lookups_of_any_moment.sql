-- A question of two times reads versions that ended too: an index of the current ones alone can never answer it.
drop index fibre.building_of_cabinet;
drop index fibre.building_of_street;
drop index fibre.building_near;
drop index fibre.offer_building;
create index building_ref on fibre.building (ref);
create index building_of_cabinet on fibre.building (cabinet);
create index building_of_street on fibre.building (street_id, number);
create index building_near on fibre.building (lat, lon);
create index offer_ref on fibre.offer (ref);
create index offer_building on fibre.offer (building);
