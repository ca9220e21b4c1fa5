create or replace function staging.put_field(batch uuid, no int, field text, value jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if field = 'ring' then
    perform staging.put_ring(batch, no, value);
    return;
  end if;
  update staging.record r set
    candidate = jsonb_set(r.candidate, array[staging.candidate_key(field)], value),
    sheet_no = case field when 'sheetNo' then value #>> '{}' else r.sheet_no end,
    parcel_no = case field when 'parcelNo' then value #>> '{}' else r.parcel_no end,
    legal_area_m2 = case field when 'legalAreaM2' then (value #>> '{}')::numeric else r.legal_area_m2 end
  where r.batch_id = batch and r.record_no = no;
end $$;
comment on function staging.put_field(uuid, int, text, jsonb) is 'Puts a value into the candidate of a record and its columns; raw stays';
