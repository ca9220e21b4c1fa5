create or replace function staging.measure_with_register(batch uuid, record_nos int[], parcel_ids uuid[])
  returns table (record_no int, parcel_id uuid, area_m2 double precision, width_m double precision)
  language plpgsql stable security definer set search_path = public as $$
begin
  perform staging.require_batch(batch);
  return query
  select p.record_no, p.parcel_id, st_area(p.common), cadastre.overlap_width_m(st_collectionextract(p.common, 3)) from (
    select a.record_no, v.parcel_id, st_intersection(a.geom, v.geom) as common
    from unnest(record_nos, parcel_ids) as asked(record_no, parcel_id)
    join staging.record a on a.batch_id = batch and a.record_no = asked.record_no and a.status <> 'ignored' and a.invalid_reason is null
    join cadastre.parcel_version v on v.parcel_id = asked.parcel_id and v.status = 'current'
    where st_relate(a.geom, v.geom, 'T********')
    offset 0
  ) p
  where st_area(p.common) > 1e-6;
end $$;
comment on function staging.measure_with_register(uuid, int[], uuid[]) is 'Common ground of given pairs of a record and a current parcel';
grant execute on function staging.measure_with_register(uuid, int[], uuid[]) to diaba_app;
