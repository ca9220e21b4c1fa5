create or replace function portal.parcel_drawing(wanted uuid, until_moment timestamptz, at_most int)
  returns table (own boolean, parcel_no text, land_use text, srid int, frame double precision[], shape json)
  language sql stable security definer set search_path = public as $$
  with published as materialized (
    select array_agg(p.field) as fields from portal.publication_policy p where p.channel = 'lookup' and p.allowed),
  chosen as materialized (
    select v.parcel_id, v.geom_legal, st_srid(v.geom) as registry_srid, st_expand(v.geom_legal, m.margin) as frame, m.margin
    from cadastre.parcel_version v
    cross join lateral (select least(50, greatest(5, 0.3 * greatest(
      st_xmax(v.geom_legal) - st_xmin(v.geom_legal), st_ymax(v.geom_legal) - st_ymin(v.geom_legal)))) as margin) m
    where v.parcel_id = wanted and v.status <> 'pending' and (until_moment is null
      or (v.registered_at < until_moment and (v.ended_at is null or v.ended_at >= until_moment)))
      and (select p.fields @> '{*,id,state,geometryLegal}' from published p)
    order by v.registered_at desc limit 1),
  near as (
    select v.parcel_id, v.parcel_no, case
    when v.land_use = any ((select cadastre.known_land_uses())::text[]) then v.land_use
    when string_to_array(v.land_use, '+') <@ (select cadastre.known_land_uses()) then v.land_use
    else '' end as land_use, v.geom_legal
    from chosen c join cadastre.parcel_version v on v.geom && st_transform(c.frame, c.registry_srid)
    where v.parcel_id <> wanted and case when until_moment is null then v.status = 'current' else v.status <> 'pending'
      and v.registered_at < until_moment and (v.ended_at is null or v.ended_at >= until_moment) end),
  neighbour as (
    select n.parcel_no, n.land_use, l.legal, st_distance(l.legal, c.geom_legal) as distance_m
    from chosen c cross join near n
    cross join lateral (select case when st_srid(n.geom_legal) = st_srid(c.geom_legal) then n.geom_legal
      else st_transform(n.geom_legal, st_srid(c.geom_legal)) end as legal offset 0) l
    where st_intersects(l.legal, c.frame)
    order by distance_m, n.parcel_no, n.parcel_id limit at_most)
  select true, null, null, st_srid(c.geom_legal),
    array[st_xmin(c.frame), st_ymin(c.frame), st_xmax(c.frame), st_ymax(c.frame)], st_asgeojson(c.geom_legal, 4)::json
  from chosen c
  union all
  select * from (
    select false, case when p.fields @> '{no}' then n.parcel_no end, case when p.fields @> '{landUse}' then n.land_use end,
      null::int, null::double precision[],
      -- Clipped a little outside the frame, so that the cut itself is not drawn as a boundary.
      st_asgeojson(st_clipbybox2d(n.legal, st_expand(c.frame, 0.05 * c.margin)), 4)::json
    from neighbour n cross join chosen c cross join published p order by n.distance_m, n.parcel_no) nearest
$$;
comment on function portal.parcel_drawing(uuid, timestamptz, int) is 'One parcel (latest state, or as of an instant) and the nearest parcels current then, in the system of its sheet, for a drawing; nothing where the policy does not publish the legal boundary. Land use by the lists only';
alter function portal.parcel_drawing(uuid, timestamptz, int) owner to diaba_portal_owner;
grant execute on function portal.parcel_drawing(uuid, timestamptz, int) to diaba_portal;
