create or replace function cadastre.overlaps_of(dealing uuid)
  returns table (parcel_id uuid, other_id uuid, area_m2 double precision, width_m double precision)
  language sql stable as $$
  select a.parcel_id, b.parcel_id, st_area(c.common), cadastre.overlap_width_m(c.common)
  from cadastre.parcel_version a
  join cadastre.parcel_version b on b.geom && a.geom and b.status = 'current'
    and b.parcel_id <> a.parcel_id and (b.raised_by <> a.raised_by or a.parcel_id < b.parcel_id)
  cross join lateral (select st_collectionextract(st_intersection(a.geom, b.geom), 3) as common) c
  where a.raised_by = dealing and a.status = 'current' and st_area(c.common) > 1e-6
$$;
comment on function cadastre.overlaps_of(uuid) is 'Common ground between what a dealing raised and other current parcels';
grant execute on function cadastre.overlaps_of(uuid) to diaba_app, diaba_auditor;
