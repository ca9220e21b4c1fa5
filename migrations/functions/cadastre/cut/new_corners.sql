create or replace function cadastre.new_corners(parcel geometry, pieces geometry) returns setof geometry
  language sql immutable strict set search_path = public as $$
  select distinct d.geom from st_dumppoints(pieces) d
  where st_dwithin(d.geom, st_boundary(parcel), 0.0002)
    and not exists (select from st_dumppoints(parcel) k where st_x(k.geom) = st_x(d.geom) and st_y(k.geom) = st_y(d.geom))
$$;
comment on function cadastre.new_corners(geometry, geometry) is 'Corners that a cut made on the edge of the parcel';
grant execute on function cadastre.new_corners(geometry, geometry) to diaba_app;
