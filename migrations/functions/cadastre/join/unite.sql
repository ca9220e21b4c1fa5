-- Parts meet within 0.1 mm where they were cut by us, and within centimetres on legacy sheets. First each part gets the corners
-- that others have on its edges, so that shared lines are the same to the last bit; what gap then remains between two parts, up
-- to the tolerance, is closed by growing and shrinking the whole. Mitred, that gives back every other edge as it was. No corner
-- of the outer boundary is dropped, because neighbours have it too.
create or replace function cadastre.unite(parts geometry[], tolerance_m double precision) returns geometry
  language plpgsql immutable strict set search_path = public as $$
declare
  corners geometry := st_collect(parts);
  met geometry[];
  whole geometry;
  gap geometry;
begin
  select array_agg(st_snap(p.geom, (select st_collect(d.geom) from st_dumppoints(corners) d where st_dwithin(d.geom, p.geom, 0.0002)), 0.00011)
      order by p.n)
  into met from unnest(parts) with ordinality as p(geom, n);
  if exists (select from unnest(met) m where not st_isvalid(m)) then
    met := parts;
  end if;
  whole := st_unaryunion(st_collect(met));
  select st_collect(st_snap(g.geom, whole, 0.0001)) into gap
  from (select (st_dump(st_difference(
    st_buffer(st_buffer(whole, tolerance_m / 2, 'join=mitre mitre_limit=100'), -tolerance_m / 2, 'join=mitre mitre_limit=100'), whole))).geom) g
  where st_area(g.geom) > 1e-6 and (select count(*) from unnest(met) m where st_dwithin(m, g.geom, 0.0001)) >= 2;
  if gap is not null then
    whole := st_unaryunion(st_collect(whole, gap));
  end if;
  if geometrytype(whole) <> 'POLYGON' or not st_isvalid(whole) then
    return null;
  end if;
  return cadastre.round_new_corners(whole, corners);
end $$;
comment on function cadastre.unite(geometry[], double precision) is 'Polygons that meet as one, gaps between them closed that are no wider than the tolerance; null where they are not one piece. All in one projected system, metres';
grant execute on function cadastre.unite(geometry[], double precision) to diaba_app;
