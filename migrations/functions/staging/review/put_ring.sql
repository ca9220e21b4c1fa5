-- The database decides what a ring is worth, and takes nothing in the batch for compared any more until all is compared anew,
-- since the register relies on that comparison (cadastre.was_compared).
create or replace function staging.put_ring(batch uuid, no int, value jsonb) returns void
  language plpgsql security definer set search_path = public as $$
declare
  legal constant geometry := st_geomfromwkb(decode(value ->> 'wkb', 'hex'), (value ->> 'srid')::int);
  point constant geometry := case when jsonb_typeof(value -> 'point') = 'array'
    then st_setsrid(st_makepoint((value #>> '{point,0}')::float8, (value #>> '{point,1}')::float8), (value ->> 'srid')::int) end;
begin
  -- As staging.absorb_scratch makes them of what a file says.
  update staging.record r set geom_legal = legal, area_m2 = st_area(legal), feature_point = point, parcel_code = value ->> 'code',
    invalid_reason = case when not st_isvalid(legal) then st_isvalidreason(legal) end,
    geom = case when st_srid(legal) = :registry_srid then legal else st_snaptogrid(st_transform(legal, :registry_srid), 0.0001) end
  where r.batch_id = batch and r.record_no = no;
  -- What was compared is another shape now: until all are compared anew, nothing counts as compared.
  delete from staging.overlap_check c where c.batch_id = batch;
end $$;
comment on function staging.put_ring(uuid, int, jsonb) is 'Gives a record another ring, with the area and validity that follow from it; the batch counts as compared no longer';
