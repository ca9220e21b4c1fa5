-- A record is of a parcel when it has its unit, sheet, scale and number, and half of the smaller of both is common ground: a number given anew
-- elsewhere is another parcel. Of two records with one number neither is. What the file does not say is no difference. Tables join several names,
-- and several serials, with a semicolon: both sides are taken apart there. A record without a boundary is of the one parcel that its numbers name.
create or replace function staging.compare_with_current(batch uuid)
  returns table (record_no int, parcel_id uuid, version_no int, fields text[])
  language plpgsql stable security definer rows 10000 set search_path = public as $$
declare
  same_m double precision := reference.setting_on('same_boundary_m', current_date);
  part double precision := reference.setting_on('same_ground_part', current_date);
begin
  perform staging.require_batch(batch);
  return query
  with keyed as materialized (
    select r.record_no, count(*) over (partition by r.sheet_no, r.scale, r.parcel_no) as times
    from staging.record r
    where r.batch_id = batch and r.geom is not null and (r.status <> 'ignored' or r.exclusion_reason in ('register.unchanged', 'register.differs'))),
  matched as materialized (
    select r.record_no, r.candidate, r.legal_area_m2, r.geom_legal, r.geom, v.parcel_id, v.version_no, v.legal_area_m2 as legal_now, v.land_use, v.address,
      case when v.geom_legal::bytea = r.geom_legal::bytea then true
        when st_srid(v.geom_legal) = st_srid(r.geom_legal) then st_hausdorffdistance(st_boundary(v.geom_legal), st_boundary(r.geom_legal)) <= same_m
        else st_hausdorffdistance(st_boundary(v.geom), st_boundary(r.geom)) <= same_m end as same,
      v.geom as geom_now
    from keyed k
    join staging.record r on r.batch_id = batch and r.record_no = k.record_no
    join staging.batch b on b.batch_id = r.batch_id
    join cadastre.sheet s on s.unit_code = b.unit_code and s.unit_valid_from = b.unit_valid_from and s.number = r.sheet_no
      and s.scale is not distinct from r.scale and s.series = ''
    join cadastre.parcel_version v on v.sheet_id = s.sheet_id and v.parcel_no = r.parcel_no and v.status = 'current'
    where k.times = 1 and b.kind = 'parcels' and r.status <> 'refused' and r.invalid_reason is null
    offset 0),
  own as (
    select m.record_no, m.candidate, m.legal_area_m2, m.parcel_id, m.version_no, m.legal_now, m.address, m.same from matched m
    where m.same or st_area(st_intersection(m.geom, m.geom_now)) >= part * least(st_area(m.geom), st_area(m.geom_now))
    union all
    select r.record_no, r.candidate, r.legal_area_m2, v.parcel_id, v.version_no, v.legal_area_m2, v.address, true
    from staging.find_by_number(batch) f join staging.record r on r.batch_id = batch and r.record_no = f.record_no
    join cadastre.parcel_version v on v.parcel_id = f.parcel_id and v.version_no = f.version_no
    where f.parcels = 1 and f.claims = 1)
  select o.record_no, o.parcel_id, o.version_no, array_remove(array[
    case when not o.same then 'boundary' end,
    case when o.legal_area_m2 is not null and abs(o.legal_area_m2 - coalesce(o.legal_now, -1)) >= 0.01 then 'legalAreaM2' end,
    case when said.codes <> '{}' and (said.codes is distinct from held.codes
      or exists (select from unnest(said.areas, held.areas) a(said, held) where abs(a.said - a.held) >= 0.01)) then 'purposes' end,
    case when btrim(o.candidate ->> 'address') <> '' and lower(btrim(o.candidate ->> 'address')) is distinct from lower(btrim(o.address)) then 'address' end,
    case when named.names <> '{}' and named.names is distinct from holding.names then 'holders' end,
    case when btrim(o.candidate ->> 'certificateSerial') <> '' and not regexp_split_to_array(btrim(o.candidate ->> 'certificateSerial'), '\s*;\s*') <@ holding.serials
      then 'certificateSerial' end
    ], null)
  from own o
  cross join lateral (
    select coalesce(array_agg(p ->> 'code' order by p ->> 'code', n), '{}') as codes,
      coalesce(array_agg(nullif((p ->> 'areaM2')::numeric, 0) order by p ->> 'code', n), '{}') as areas
    from jsonb_array_elements(case when jsonb_typeof(o.candidate -> 'purposes') = 'array' then o.candidate -> 'purposes' else '[]' end) with ordinality e(p, n)) said
  cross join lateral (
    select coalesce(array_agg(q.land_use_code::text order by q.land_use_code::text, q.ordinal), '{}') as codes,
      coalesce(array_agg(q.area_m2 order by q.land_use_code::text, q.ordinal), '{}') as areas
    from cadastre.parcel_purpose q where q.parcel_id = o.parcel_id and q.version_no = o.version_no) held
  cross join lateral (
    select coalesce(array_agg(distinct lower(regexp_replace(btrim(one), '\s+', ' ', 'g'))), '{}') as names
    from jsonb_array_elements(case when jsonb_typeof(o.candidate -> 'holders') = 'array' then o.candidate -> 'holders' else '[]' end) h
    cross join lateral regexp_split_to_table(h ->> 'name', ';') one where btrim(one) <> '') named
  cross join lateral (
    select coalesce(array_agg(distinct lower(regexp_replace(btrim(one), '\s+', ' ', 'g'))) filter (where btrim(one) <> ''), '{}') as names,
      coalesce(array_agg(distinct serial) filter (where serial is not null), '{}') as serials
    from rights."right" g join party.present p using (party_id) cross join lateral regexp_split_to_table(p.name, ';') one
      left join lateral regexp_split_to_table(g.certificate_serial, '\s*;\s*') serial on true
    where g.parcel_id = o.parcel_id and g.ended_at is null) holding;
end $$;
comment on function staging.compare_with_current(uuid) is 'Records of a batch that are of a current parcel, and in which facts they differ from it';
grant execute on function staging.compare_with_current(uuid) to diaba_app;
