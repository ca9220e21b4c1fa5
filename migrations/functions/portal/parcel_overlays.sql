create or replace function portal.parcel_overlays(wanted uuid, until_moment timestamptz)
  returns table (layer_code text, edition_id uuid, feature_no int, category text, name text, value numeric, unit text,
    area_m2 double precision, length_m double precision, points int)
  language sql stable security definer set search_path = public as $$
  with land as materialized (
    select v.geom_legal from cadastre.parcel_version v
    where v.parcel_id = wanted and v.status <> 'pending' and (until_moment is null
      or (v.registered_at < until_moment and (v.ended_at is null or v.ended_at >= until_moment)))
    order by v.registered_at desc limit 1),
  shown as materialized (
    select array_agg(l.edition_id) as editions from portal.layer l where 'lookup' = any (l.channels)
      and l.in_force_from < coalesce(until_moment, 'infinity') and (l.ended_at is null or l.ended_at >= coalesce(until_moment, 'infinity')))
  select e.layer_code, o.edition_id, o.feature_no, f.public_category, f.public_name, f.value, f.unit, o.area_m2, o.length_m, o.points
  from land cross join shown cross join lateral thematic.overlaps(land.geom_legal, shown.editions) o
  join thematic.feature f using (edition_id, feature_no) join thematic.edition e using (edition_id)
  order by e.layer_code, o.area_m2 desc nulls last, o.length_m desc nulls last, o.feature_no
$$;
comment on function portal.parcel_overlays(uuid, timestamptz) is 'Shapes of public layers on a parcel (latest state with the editions in force, or as of an instant), with text that tells of nobody';
alter function portal.parcel_overlays(uuid, timestamptz) owner to diaba_portal_owner;
grant execute on function portal.parcel_overlays(uuid, timestamptz) to diaba_portal;
