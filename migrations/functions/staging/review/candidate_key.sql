create or replace function staging.candidate_key(field text) returns text language sql immutable set search_path = '' as $$
  select case when field = 'legalAreaM2' then 'areaM2'
    when field in ('sheetNo', 'parcelNo', 'purposes', 'address', 'holders', 'certificateSerial') then field end
$$;
comment on function staging.candidate_key(text) is 'Key of a field that may be edited by hand within the candidate; null for any other';
