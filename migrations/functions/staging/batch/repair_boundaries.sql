create or replace function staging.repair_boundaries(batch uuid)
  returns table (record_no int, invalid_reason text, before_m2 numeric, after_m2 numeric, repaired boolean)
  language plpgsql security definer set search_path = public as $$
begin
  perform staging.require_batch(batch);
  if not exists (select from staging.batch b where b.batch_id = batch and b.kind in ('commune-boundary', 'layer') and b.status = 'staged') then
    raise exception 'only boundaries and layers are repaired, and only while they are staged' using errcode = 'DB005';
  end if;
  return query
  with fixed as materialized (
    select r.record_no as no, r.invalid_reason as reason, r.area_m2 as before,
      st_multi(st_collectionextract(st_makevalid(r.geom, 'method=structure'), 3)) as shape,
      st_area(st_collectionextract(st_makevalid(r.geom_legal, 'method=structure'), 3))::numeric as after
    from staging.record r
    where r.batch_id = batch and r.status <> 'ignored' and r.geom is not null and r.invalid_reason is not null
      and not exists (select from staging.finding f
        where f.batch_id = r.batch_id and f.record_no = r.record_no and f.severity = 'refuse')),
  changed as (
    update staging.record r set geom = fixed.shape, area_m2 = fixed.after
    from fixed where r.batch_id = batch and r.record_no = fixed.no and fixed.after >= 1 returning r.record_no as no)
  select fixed.no, fixed.reason, fixed.before, fixed.after, changed.no is not null
  from fixed left join changed using (no);
end $$;
comment on function staging.repair_boundaries(uuid) is 'Makes boundaries that cross themselves valid polygons (GEOS structure method: overlapping parts become one); the shape of the file stays in geom_legal';
grant execute on function staging.repair_boundaries(uuid) to diaba_app;
