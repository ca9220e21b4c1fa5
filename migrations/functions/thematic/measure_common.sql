-- A function in PL/pgSQL, so that the common ground is made once for all that is measured of it, in parallel workers too: a subquery that holds it
-- would keep them out. Without a search path of its own, which would have to be set for every pair.
create or replace function thematic.measure_common(shape public.geometry, land public.geometry,
  out area_m2 double precision, out outline_m double precision, out length_m double precision, out points int)
  language plpgsql immutable parallel safe as $$
declare
  common public.geometry;
begin
  common := case when public.st_srid(land) = public.st_srid(shape) then public.st_intersection(shape, land)
    else public.st_intersection(public.st_transform(public.st_clipbybox2d(shape, public.st_expand(public.st_transform(land, public.st_srid(shape)), 1)), public.st_srid(land)), land) end;
  case public.st_dimension(shape)
    when 2 then
      area_m2 := public.st_area(common);
      outline_m := public.st_perimeter(common);
    when 1 then length_m := public.st_length(common);
    else points := case when public.st_isempty(common) then 0 else public.st_numgeometries(common) end;
  end case;
end $$;
comment on function thematic.measure_common(public.geometry, public.geometry) is 'What a shape has in common with land, measured in the system of the land: m² and outline of an area, m of a line, number of points';
grant execute on function thematic.measure_common(public.geometry, public.geometry) to diaba_app, diaba_auditor, diaba_portal_owner;
