create or replace function staging.overlaps_with_register(batch uuid)
  returns table (record_no int, parcel_id uuid, area_m2 double precision, width_m double precision)
  language plpgsql stable security definer set search_path = public set enable_bitmapscan = off as $$
begin
  perform staging.require_batch(batch);
  return query
  select p.record_no, p.parcel_id, p.area_m2,
    case when p.light then cadastre.overlap_width_m(st_collectionextract(st_intersection(p.ours, p.theirs), 3)) end
  from (
    select a.record_no, v.parcel_id, a.geom as ours, v.geom as theirs, w.light,
      case when w.light then st_area(st_intersection(a.geom, v.geom)) end as area_m2
    from staging.record a
    left join staging.same_shape s on s.batch_id = a.batch_id and s.record_no = a.record_no
    join cadastre.parcel_version v on v.geom && a.geom and v.status = 'current'
    cross join lateral (select staging.is_light(st_npoints(a.geom), st_nrings(a.geom), st_npoints(v.geom), st_nrings(v.geom)) as light) w
    where a.batch_id = batch and a.status <> 'ignored' and a.invalid_reason is null and s.record_no is null
      and (not w.light or st_relate(a.geom, v.geom, 'T********'))
    offset 0
  ) p
  where p.area_m2 is null or p.area_m2 > 1e-6;
end $$;
comment on function staging.overlaps_with_register(uuid) is 'Common ground between the shapes of a batch, each under its first record, and current parcels; without area the pairs that are to be measured by themselves';
grant execute on function staging.overlaps_with_register(uuid) to diaba_app;
