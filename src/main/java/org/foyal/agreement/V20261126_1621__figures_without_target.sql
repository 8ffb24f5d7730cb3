-- A promise can be followed by a figure though its text sets none to reach: then the figure says where it stands, and never that it is kept.
do $$
declare paired text;
begin
  select conname into paired from pg_constraint
  where conrelid = 'agreement.commitment'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%figure_target IS NULL%';
  execute format('alter table agreement.commitment drop constraint %I', paired);
end $$;
alter table agreement.commitment
  add constraint figure_of_an_area check ((figure is null) = (figure_area is null)),
  add constraint target_of_a_figure check (figure_target is null or figure is not null);
