-- The checks read the table, not the transition table, so that PostgreSQL may run them in parallel. Bitmaps are off: on a
-- table that has just grown the statistics lie, and the partial indexes look better than the spatial one. A comparison that
-- stands on the batch speaks of shapes: all records that have them are meant.
create or replace function cadastre.refuse_overlap() returns trigger
  language plpgsql security definer set search_path = public set enable_bitmapscan = off as $$
declare
  raised uuid;
  pair record;
  area_limit double precision := reference.setting_on('overlap_area_m2', current_date);
  width_limit double precision := reference.setting_on('overlap_width_m', current_date);
  compared boolean;
  ground geometry;
begin
  for raised in select distinct n.raised_by from new_rows n where n.status = 'current' loop
    compared := cadastre.was_compared(raised);
    if compared then
      select r.parcel_id into pair from staging.uncompared u
      join dealing.dealing d on d.batch_id = u.batch_id and d.dealing_id = raised
      join staging.record r on r.batch_id = u.batch_id and r.record_no = u.record_no and r.status in ('valid', 'warned') limit 1;
      if found then
        raise exception 'parcel % was not compared with the others', pair.parcel_id using errcode = 'DB004', constraint = 'parcel_version_no_overlap';
      end if;
      select min(r.parcel_id::text)::uuid as a_id, max(r.parcel_id::text)::uuid as b_id, max(r.area_m2)::double precision as area_m2 into pair
      from (select s.batch_id, s.first_no, s.record_no from staging.same_shape s join dealing.dealing d using (batch_id) where d.dealing_id = raised
        union select s.batch_id, s.first_no, s.first_no from staging.same_shape s join dealing.dealing d using (batch_id) where d.dealing_id = raised) m
      join staging.record r on r.batch_id = m.batch_id and r.record_no = m.record_no and r.status in ('valid', 'warned')
      group by m.first_no having count(*) > 1 limit 1;
      if found then
        perform cadastre.refuse_pair(pair.a_id, pair.b_id, pair.area_m2, null);
      end if;
      select p.*, a.parcel_id as a_id, b.parcel_id as b_id into pair
      from staging.overlap_pair p
      join dealing.dealing d on d.batch_id = p.batch_id and d.dealing_id = raised
      join staging.record a on a.batch_id = p.batch_id and a.record_no = any (staging.members_of_shape(p.batch_id, p.record_no)) and a.status in ('valid', 'warned')
      join staging.record b on b.batch_id = p.batch_id and b.record_no = any (staging.members_of_shape(p.batch_id, p.other_no)) and b.status in ('valid', 'warned')
      where p.area_m2 > area_limit or coalesce(p.width_m, 'infinity') > width_limit
      order by p.area_m2 desc limit 1;
      if found then
        perform cadastre.refuse_pair(pair.a_id, pair.b_id, pair.area_m2, pair.width_m);
      end if;
      select st_setsrid(st_extent(v.geom)::geometry, st_srid(min(v.geom))) into ground
      from cadastre.parcel_version v where v.raised_by = raised and v.status = 'current';
      continue when not exists (
        select from cadastre.parcel_version v where v.status = 'current' and v.raised_by <> raised and v.geom && ground);
    end if;
    perform 1 from (
      select st_collectionextract(st_intersection(a.geom, b.geom), 3) as common
      from cadastre.parcel_version a
      join cadastre.parcel_version b on b.geom && a.geom and b.status = 'current' and b.parcel_id <> a.parcel_id
        and (b.raised_by <> raised or (not compared and a.parcel_id < b.parcel_id)) and st_relate(a.geom, b.geom, 'T********')
      where a.raised_by = raised and a.status = 'current'
      offset 0
    ) c
    where st_area(c.common) > area_limit or (st_area(c.common) > 1e-6 and coalesce(cadastre.overlap_width_m(c.common), 'infinity') > width_limit);
    if found then
      select * into pair from cadastre.overlaps_of(raised) o order by o.area_m2 desc limit 1;
      perform cadastre.refuse_pair(pair.parcel_id, pair.other_id, pair.area_m2, pair.width_m);
    end if;
  end loop;
  return null;
end $$;
comment on function cadastre.refuse_overlap() is 'Refuses current parcels on ground that another current parcel holds';
