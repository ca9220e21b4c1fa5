create or replace function staging.parcels_to_raise(batch uuid)
  returns table (parcel_id uuid, sheet_id uuid, parcel_no text, parcel_code char(12), land_use text, area_m2 numeric, legal_area_m2 numeric,
    address text, geom_legal geometry, geom geometry, geom_3857 geometry, label_3857 geometry, feature_point geometry)
  language plpgsql stable security definer rows 100000 set search_path = public as $$
begin
  perform staging.require_batch(batch);
  return query
  select r.parcel_id, s.sheet_id, r.parcel_no, r.parcel_code,
    case jsonb_array_length(r.candidate -> 'purposes') when 1 then r.candidate #>> '{purposes,0,code}'
      else staging.joined_codes(r.candidate -> 'purposes') end,
    round(r.area_m2, 2), r.legal_area_m2, r.candidate ->> 'address', r.geom_legal, r.geom, st_transform(r.geom, 3857),
    st_transform(cadastre.label_point(r.geom_legal, r.feature_point), 3857), r.feature_point
  from staging.record r
  join staging.batch b using (batch_id)
  join cadastre.sheet s on s.unit_code = b.unit_code and s.unit_valid_from = b.unit_valid_from
    and s.number = r.sheet_no and s.scale is not distinct from r.scale and s.series = ''
  where r.batch_id = batch and r.status in ('valid', 'warned')
  -- In the order of the ground (the code is a GeoHash), so that neighbours share pages and tiles read few of them.
  order by r.parcel_code;
end $$;
comment on function staging.parcels_to_raise(uuid) is 'First versions of the parcels that the valid and warned records of a batch become, without those whose sheet is not registered';
grant execute on function staging.parcels_to_raise(uuid) to diaba_app;
