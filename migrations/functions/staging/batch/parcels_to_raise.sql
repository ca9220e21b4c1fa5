create or replace function staging.parcels_to_raise(batch uuid)
  returns table (parcel_id uuid, sheet_id uuid, parcel_no text, parcel_code char(12), land_use text, area_m2 numeric, legal_area_m2 numeric,
    address text, geom_legal geometry, geom geometry, geom_3857 geometry, label_3857 geometry, feature_point geometry)
  language plpgsql stable security definer rows 100000 set search_path = public as $$
begin
  perform staging.require_batch(batch);
  return query
  select p.parcel_id, p.sheet_id, p.parcel_no, p.parcel_code, p.land_use, p.area_m2, p.legal_area_m2, p.address, p.geom_legal, p.geom, p.geom_3857, p.label_3857, p.feature_point
  from (
    -- Each looks up its sheet: of sheets written a moment ago PostgreSQL has no statistics, takes a join for one row, and would make all shapes
    -- in one process, or once for each sheet of the commune.
    select m.*, (select s.sheet_id from cadastre.sheet s join staging.batch b on b.unit_code = s.unit_code and b.unit_valid_from = s.unit_valid_from
      where b.batch_id = batch and s.number = m.sheet_no and s.scale is not distinct from m.scale and s.series = '') as sheet_id
    from (
      select r.parcel_id, r.sheet_no, r.scale, r.parcel_no, r.parcel_code,
        case jsonb_array_length(r.candidate -> 'purposes') when 1 then r.candidate #>> '{purposes,0,code}'
          else staging.joined_codes(r.candidate -> 'purposes') end as land_use,
        round(r.area_m2, 2) as area_m2, r.legal_area_m2, r.candidate ->> 'address' as address, r.geom_legal, r.geom, st_transform(r.geom, 3857) as geom_3857,
        st_transform(cadastre.label_point(r.geom_legal, r.feature_point), 3857) as label_3857, r.feature_point
      from staging.record r where r.batch_id = batch and r.status in ('valid', 'warned')
        and not exists (select from staging.difference d where d.batch_id = r.batch_id and d.record_no = r.record_no) offset 0) m offset 0) p
  where p.sheet_id is not null
  -- In the order of the ground (the code is a GeoHash), so that neighbours share pages and tiles read few of them.
  order by p.parcel_code;
end $$;
comment on function staging.parcels_to_raise(uuid) is 'First versions of the parcels that the valid and warned records of a batch become, without those whose sheet is not registered, and those that are of a parcel already';
grant execute on function staging.parcels_to_raise(uuid) to diaba_app;
