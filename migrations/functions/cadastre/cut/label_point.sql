create or replace function cadastre.label_point(geom geometry, pole geometry) returns geometry language plpgsql immutable parallel safe as $$
declare
  centre geometry := public.st_centroid(geom);
  edge geometry := public.st_boundary(geom);
begin
  if public.st_distance(centre, edge) >= 0.7 * public.st_distance(pole, edge) and public.st_intersects(geom, centre) then
    return centre;
  end if;
  return pole;
end $$;
comment on function cadastre.label_point(geometry, geometry) is 'Where the number of a parcel is written: its centroid if that lies inside with at least 0.7 of the room that the pole of inaccessibility has, else the pole. In a long strip the pole is anywhere along its middle';
grant execute on function cadastre.label_point(geometry, geometry) to diaba_app;
