-- A score ends with its area: the import that made the area go replaces the score too, so that undoing it brings
-- both back. Earlier imports left such scores in force.
update territory.score s
set replaced = (select max(a.replaced) from territory.area a where a.code = s.area_code)
where s.replaced is null
  and exists (select from territory.area a where a.code = s.area_code)
  and not exists (select from territory.area a where a.code = s.area_code and a.replaced is null);
