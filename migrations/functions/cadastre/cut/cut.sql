-- Cutting a parcel by lines. A line that ends snapped on a slanted edge is off it by one floating-point step and would not
-- cut, so both ends are lengthened by 1 mm first. Corners that a cut makes are rounded to 0.1 mm, all others stay bit for
-- bit, and the neighbours along whose edges they lie get them too, so that no sliver is born between old and new.
create or replace function cadastre.cut(parcel geometry, lines geometry) returns setof geometry
  language plpgsql immutable strict set search_path = public as $$
declare
  edges geometry := st_boundary(parcel);
begin
  return query
  with line as (
    select st_removerepeatedpoints((st_dump(lines)).geom) as geom),
  network as (
    select st_unaryunion(st_collect(edges, (select st_collect(cadastre.overshoot(l.geom, 0.001)) from line l where st_npoints(l.geom) >= 2))) as geom),
  piece as (
    select (st_dump(st_polygonize(n.geom))).geom from network n)
  select r.geom from piece p cross join lateral (select cadastre.round_new_corners(p.geom, parcel) as geom) r
  where st_area(p.geom) > 1e-6 and st_contains(parcel, st_pointonsurface(p.geom)) and r.geom is not null and st_area(r.geom) > 1e-6;
end $$;
comment on function cadastre.cut(geometry, geometry) is 'The pieces into which lines cut a polygon; the polygon alone where they do not. All in one projected system, metres';
grant execute on function cadastre.cut(geometry, geometry) to diaba_app;
