create or replace function staging.pairs_with_register(batch uuid, at_most int) returns table (record_no int, parcel_id uuid)
  language plpgsql stable security definer set search_path = public set enable_bitmapscan = off as $$
begin
  perform staging.require_batch(batch);
  return query
  select a.record_no, p.parcel_id from (
    select r.record_no, r.geom from staging.record r left join staging.same_shape s on s.batch_id = r.batch_id and s.record_no = r.record_no
    where r.batch_id = batch and r.status <> 'ignored' and r.invalid_reason is null and r.geom is not null and s.record_no is null order by r.record_no) a
  cross join lateral (select v.parcel_id from cadastre.parcel_version v where v.geom && a.geom and v.status = 'current') p
  limit at_most;
end $$;
comment on function staging.pairs_with_register(uuid, int) is 'Shapes of a batch and the current parcels within reach of each, by record, as many as are asked for';
grant execute on function staging.pairs_with_register(uuid, int) to diaba_app;
