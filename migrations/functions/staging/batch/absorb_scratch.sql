create or replace function staging.absorb_scratch(batch uuid, run uuid, sheet_srid int, verdicts jsonb) returns bigint
  language plpgsql security definer set search_path = public as $$
declare
  legal_srid constant int := case when sheet_srid = 4326 then :registry_srid else sheet_srid end;
  absorbed bigint;
begin
  perform staging.require_batch(batch);
  insert into staging.record (batch_id, record_no, status, exclusion_reason, raw, candidate, sheet_no, parcel_no, scale,
    area_m2, legal_area_m2, parcel_code, invalid_reason, geom_legal, geom, feature_point)
  select batch, s.record_no, case when s.ignored is null then 'valid' else 'ignored' end, s.ignored, s.raw, s.candidate,
    s.candidate ->> 'sheetNo', s.candidate ->> 'parcelNo', (s.candidate ->> 'scale')::int,
    st_area(g.legal), (s.candidate ->> 'areaM2')::numeric, s.parcel_code,
    case when not st_isvalid(g.legal) then st_isvalidreason(g.legal) end,
    g.legal,
    case when legal_srid = :registry_srid then g.legal else st_snaptogrid(st_transform(g.legal, :registry_srid), 0.0001) end,
    st_setsrid(st_makepoint(s.point_x, s.point_y), legal_srid)
  from staging.scratch s
  cross join lateral (
    select case when sheet_srid = legal_srid then st_geomfromwkb(s.wkb, sheet_srid)
      else st_snaptogrid(st_transform(st_geomfromwkb(s.wkb, sheet_srid), legal_srid), 0.0001) end as legal
    offset 0) g
  where s.run_id = run;
  get diagnostics absorbed = row_count;
  insert into staging.finding (batch_id, record_no, code, severity, detail)
  select batch, s.record_no, f ->> 'code', verdicts ->> (f ->> 'code'), coalesce(f -> 'detail', '{}')
  from staging.scratch s cross join lateral jsonb_array_elements(s.findings) f
  where s.run_id = run and s.findings is not null;
  insert into staging.correction (batch_id, record_no, field, rule, before, after, status, decided_by)
  select batch, s.record_no, c ->> 'field', c ->> 'rule', c ->> 'before', c ->> 'after', 'applied', c ->> 'rule'
  from staging.scratch s cross join lateral jsonb_array_elements(s.corrections) c
  where s.run_id = run and s.corrections is not null;
  insert into staging.identity_number (batch_id, record_no, ordinal, cipher, lookup_hash)
  select batch, s.record_no, (i.value ->> 'ordinal')::int, decode(i.value ->> 'cipher', 'base64'), decode(i.value ->> 'hash', 'base64')
  from staging.scratch s cross join lateral jsonb_array_elements(s.identities) i
  where s.run_id = run and s.identities is not null;
  delete from staging.scratch s where s.run_id = run;
  analyze staging.record (batch_id, record_no, status, sheet_no, parcel_no, parcel_code);
  analyze staging.identity_number (batch_id, record_no, ordinal);
  return absorbed;
end $$;
comment on function staging.absorb_scratch(uuid, uuid, int, jsonb) is 'Moves a run''s rows into the batch, computing area, validity and the registry''s geometry; returns their number';
grant execute on function staging.absorb_scratch(uuid, uuid, int, jsonb) to diaba_app;
