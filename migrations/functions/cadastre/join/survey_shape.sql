-- Coordinates of a survey are written to the millimetre, those of the register are exact: a corner that was typed within a millimetre of
-- one that is known is that one, else slivers would be born along boundaries that did not move.
create or replace function cadastre.survey_shape(surveyed geometry, corners geometry) returns geometry
  language plpgsql immutable set search_path = public as $$
declare
  near geometry;
  shape geometry;
begin
  shape := st_snaptogrid(surveyed, 0.0001);
  if shape is null or st_isempty(shape) or not st_isvalid(shape) then
    return null;
  end if;
  select st_collect(d.geom) into near from st_dumppoints(corners) d where st_dwithin(d.geom, st_boundary(shape), 0.001);
  if near is not null then
    shape := st_snap(shape, near, 0.001);
  end if;
  shape := st_removerepeatedpoints(shape);
  if geometrytype(shape) <> 'POLYGON' or not st_isvalid(shape) or st_area(shape) < 1e-6 then
    return null;
  end if;
  return shape;
end $$;
comment on function cadastre.survey_shape(geometry, geometry) is 'A surveyed polygon with its corners taken from those known within 1 mm, else rounded to 0.1 mm; null where it is none. All in one projected system, metres';
grant execute on function cadastre.survey_shape(geometry, geometry) to diaba_app;
