create or replace function cadastre.with_corner(shape geometry, corner geometry) returns geometry
  language sql immutable strict set search_path = public as $$
  -- The corner was rounded, so it lies up to 0.07 mm beside the edge it was made on.
  select case when st_dwithin(corner, st_boundary(shape), 0.0001)
      and not exists (select from st_dumppoints(shape) k where st_x(k.geom) = st_x(corner) and st_y(k.geom) = st_y(corner))
    then st_snap(shape, corner, 0.00011) else shape end
$$;
comment on function cadastre.with_corner(geometry, geometry) is 'A polygon with a corner more, where one lies on its edge: ground moves by at most 0.1 mm';
grant execute on function cadastre.with_corner(geometry, geometry) to diaba_app;
