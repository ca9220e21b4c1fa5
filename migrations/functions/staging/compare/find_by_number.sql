-- Of a record without a boundary nothing is known but its numbers: sheets of its commune, of the unit it names where that is a former one, else of the
-- unit that was named with the file where that is a former one; of its scale where it has one. What is several parcels, or one for several rows, is told as that.
create or replace function staging.find_by_number(batch uuid)
  returns table (record_no int, parcel_id uuid, version_no int, parcels int, claims int)
  language plpgsql stable security definer rows 10000 set search_path = public as $$
begin
  perform staging.require_batch(batch);
  return query
  with named as materialized (
    select r.record_no, r.sheet_no, r.scale, r.parcel_no, b.commune_code, b.commune_valid_from,
      case when r.candidate ->> 'unitCode' <> b.commune_code then r.candidate ->> 'unitCode' end as named_unit,
      case when (b.unit_code, b.unit_valid_from) <> (b.commune_code, b.commune_valid_from) then b.unit_code end as given_unit, b.unit_valid_from
    from staging.record r join staging.batch b using (batch_id)
    where r.batch_id = batch and b.kind = 'parcels' and r.geom is null and r.candidate ? 'unitCode' and r.sheet_no is not null and r.parcel_no is not null
      and (r.status <> 'ignored' or r.exclusion_reason in ('register.unchanged', 'register.differs'))),
  found as (
    select n.record_no, v.parcel_id, v.version_no
    from named n
    join cadastre.sheet s on s.number = n.sheet_no and s.commune_code = n.commune_code and s.commune_valid_from = n.commune_valid_from
      and (n.scale is null or s.scale = n.scale)
      and case when n.named_unit is not null then s.unit_code = n.named_unit
        when n.given_unit is not null then s.unit_code = n.given_unit and s.unit_valid_from = n.unit_valid_from else true end
    join cadastre.parcel_version v on v.sheet_id = s.sheet_id and v.parcel_no = n.parcel_no and v.status = 'current'
    offset 0),
  counted as (
    select n.record_no, f.parcel_id, f.version_no, count(f.parcel_id) over (partition by n.record_no) as parcels
    from named n left join found f using (record_no))
  -- Who names several parcels claims none of them.
  select c.record_no, c.parcel_id, c.version_no, c.parcels::int,
    (case when c.parcels = 1 then count(*) filter (where c.parcels = 1) over (partition by c.parcel_id) else 0 end)::int
  from counted c;
end $$;
comment on function staging.find_by_number(uuid) is 'Registered parcels that records without a boundary name by sheet and number: a row for each, how many a record names, and how many records name that one alone';
grant execute on function staging.find_by_number(uuid) to diaba_app;
