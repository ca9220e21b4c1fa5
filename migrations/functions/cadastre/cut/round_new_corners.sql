create or replace function cadastre.round_new_corners(piece geometry, known geometry) returns geometry
  language sql immutable strict set search_path = public as $$
  with corner as (
    select d.path[1] as ring, d.path[2] as at, case when exists (
        select from st_dumppoints(known) k where st_x(k.geom) = st_x(d.geom) and st_y(k.geom) = st_y(d.geom)) then d.geom
      else st_setsrid(st_makepoint(round(st_x(d.geom)::numeric, 4)::double precision, round(st_y(d.geom)::numeric, 4)::double precision), st_srid(piece)) end as geom
    from st_dumppoints(piece) d),
  ring as (
    select ring, st_removerepeatedpoints(st_makeline(geom order by at)) as line from corner group by ring)
  select case when count(*) filter (where ring = 1 and st_npoints(line) >= 4) = 1 then
    st_makepolygon((select line from ring where ring = 1),
      coalesce(array_agg(line order by ring) filter (where ring > 1 and st_npoints(line) >= 4), '{}')) end
  from ring
$$;
comment on function cadastre.round_new_corners(geometry, geometry) is 'A polygon whose corners that the other shape does not have are rounded to 0.1 mm; null where nothing of it is left';
grant execute on function cadastre.round_new_corners(geometry, geometry) to diaba_app;
