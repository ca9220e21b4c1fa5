import type { Knex } from 'knex';

/**
 * Cutting a parcel by lines. A line that ends snapped on a slanted edge is off it by one floating-point step and would not
 * cut, so both ends are lengthened by 1 mm first. Corners that a cut makes are rounded to 0.1 mm, all others stay bit for
 * bit, and the neighbours along whose edges they lie get them too, so that no sliver is born between old and new.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create function cadastre.overshoot(line geometry, by_m double precision) returns geometry
      language plpgsql immutable strict set search_path = public as $$
    declare
      n int := st_npoints(line);
      a geometry;
      b geometry;
    begin
      if st_isclosed(line) then
        return line;
      end if;
      a := st_pointn(line, 1);
      b := st_pointn(line, 2);
      line := st_setpoint(line, 0, st_setsrid(st_makepoint(
        st_x(a) + (st_x(a) - st_x(b)) * by_m / st_distance(a, b), st_y(a) + (st_y(a) - st_y(b)) * by_m / st_distance(a, b)), st_srid(line)));
      a := st_pointn(line, n);
      b := st_pointn(line, n - 1);
      return st_setpoint(line, n - 1, st_setsrid(st_makepoint(
        st_x(a) + (st_x(a) - st_x(b)) * by_m / st_distance(a, b), st_y(a) + (st_y(a) - st_y(b)) * by_m / st_distance(a, b)), st_srid(line)));
    end $$;
    comment on function cadastre.overshoot(geometry, double precision) is 'A line with both ends lengthened in their own direction; a closed one as it is. Repeated points must have been removed';

    create function cadastre.round_new_corners(piece geometry, known geometry) returns geometry
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

    create function cadastre.cut(parcel geometry, lines geometry) returns setof geometry
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

    create function cadastre.new_corners(parcel geometry, pieces geometry) returns setof geometry
      language sql immutable strict set search_path = public as $$
      select distinct d.geom from st_dumppoints(pieces) d
      where st_dwithin(d.geom, st_boundary(parcel), 0.0002)
        and not exists (select from st_dumppoints(parcel) k where st_x(k.geom) = st_x(d.geom) and st_y(k.geom) = st_y(d.geom))
    $$;
    comment on function cadastre.new_corners(geometry, geometry) is 'Corners that a cut made on the edge of the parcel';

    create function cadastre.with_corner(shape geometry, corner geometry) returns geometry
      language sql immutable strict set search_path = public as $$
      -- The corner was rounded, so it lies up to 0.07 mm beside the edge it was made on.
      select case when st_dwithin(corner, st_boundary(shape), 0.0001)
          and not exists (select from st_dumppoints(shape) k where st_x(k.geom) = st_x(corner) and st_y(k.geom) = st_y(corner))
        then st_snap(shape, corner, 0.00011) else shape end
    $$;
    comment on function cadastre.with_corner(geometry, geometry) is 'A polygon with a corner more, where one lies on its edge: ground moves by at most 0.1 mm';

    create function cadastre.to_registry(shape geometry) returns geometry
      language sql stable strict set search_path = public as $$
      select case when st_srid(shape) = r.srid then shape else st_snaptogrid(st_transform(shape, r.srid), 0.0001) end
      from (select value::int as srid from reference.registry_state where name = 'registry_srid') r
    $$;
    comment on function cadastre.to_registry(geometry) is 'A shape in the registry''s system, to 0.1 mm';

    create function cadastre.take_numbers(sheet uuid, how_many int) returns setof text
      language sql set search_path = '' as $$
      with taken as (
        update cadastre.sheet s set next_parcel_no = s.next_parcel_no + how_many where s.sheet_id = sheet returning s.next_parcel_no - how_many as first)
      select (t.first + n)::text from taken t cross join generate_series(0, how_many - 1) n
    $$;
    comment on function cadastre.take_numbers(uuid, int) is 'Takes the next free numbers of a sheet: they are given to nobody else, ever';

    grant execute on function cadastre.overshoot(geometry, double precision), cadastre.round_new_corners(geometry, geometry), cadastre.cut(geometry, geometry),
      cadastre.new_corners(geometry, geometry), cadastre.with_corner(geometry, geometry), cadastre.to_registry(geometry), cadastre.take_numbers(uuid, int) to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
