create or replace function staging.require_value(batch uuid, no int, field text, value jsonb) returns void
  language plpgsql security definer set search_path = public as $$
declare
  legal geometry;
begin
  if field in ('purposes', 'holders') and jsonb_typeof(value) <> 'array' then
    raise exception 'field % is a list', field using errcode = 'DB006';
  elsif field = 'purposes' and exists (select from jsonb_array_elements(value) p
      where not exists (select from reference.land_use l where l.code = p ->> 'code' and not l.is_group)) then
    raise exception 'a land use is not in the code list' using errcode = 'DB006';
  elsif field = 'holders' and exists (select from jsonb_array_elements(value) h
      where coalesce(h ->> 'name', '') = '' or exists (select from jsonb_array_elements(h -> 'identities') i
        where not exists (select from staging.identity_number n where n.batch_id = batch and n.record_no = no and n.ordinal = (i #>> '{}')::int))) then
    raise exception 'a holder has no name, or a number that is not in this record' using errcode = 'DB006';
  elsif field = 'ring' then
    legal := st_geomfromwkb(decode(value ->> 'wkb', 'hex'), (value ->> 'srid')::int);
    if st_geometrytype(legal) <> 'ST_Polygon' or st_isempty(legal) or not exists (select from staging.record r
        where r.batch_id = batch and r.record_no = no and st_srid(r.geom_legal) = st_srid(legal)) then
      raise exception 'record % has no ring in this system', no using errcode = 'DB006';
    end if;
    if st_isvalid(legal) and not st_contains(legal, st_setsrid(st_makepoint((value #>> '{point,0}')::float8, (value #>> '{point,1}')::float8), st_srid(legal))) then
      raise exception 'the point of record % does not lie in its ring', no using errcode = 'DB006';
    end if;
  end if;
end $$;
comment on function staging.require_value(uuid, int, text, jsonb) is 'Refuses a value that no edit by hand may give: the last door behind those of the application';
