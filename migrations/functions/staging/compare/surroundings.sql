create or replace function staging.surroundings(batch uuid, no int, metres double precision, at_most int) returns table (ring jsonb)
  language plpgsql stable security definer set search_path = public set enable_bitmapscan = off as $$
declare
  of_record staging.record;
begin
  perform staging.require_batch(batch);
  select r.* into of_record from staging.record r where r.batch_id = batch and r.record_no = no and r.geom_legal is not null;
  if not found then return; end if;
  return query
  select st_asgeojson(case when st_srid(n.legal) = st_srid(of_record.geom_legal) then n.legal else st_transform(n.legal, st_srid(of_record.geom_legal)) end, 4)::jsonb
  from (
    select o.geom_legal as legal, st_distance(o.geom, of_record.geom) as far from staging.record o
    where o.batch_id = batch and o.record_no <> no and o.status <> 'ignored' and o.geom && st_expand(of_record.geom, metres)
    union all
    select v.geom_legal, st_distance(v.geom, of_record.geom) from cadastre.parcel_version v
    where v.status = 'current' and v.geom && st_expand(of_record.geom, metres)
    order by far limit at_most) n;
end $$;
comment on function staging.surroundings(uuid, int, double precision, int) is 'Shapes around a record, of its batch and of the register, in the system of its sheet, the nearest first; never a person';
grant execute on function staging.surroundings(uuid, int, double precision, int) to diaba_app;
