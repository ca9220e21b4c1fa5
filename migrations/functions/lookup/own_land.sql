-- The number is one that the identity provider vouches for: nothing that is typed comes here.
create or replace function lookup.own_land(number_hash bytea, most int)
  returns table (parcel_id uuid, parcel_code text, sheet_no text, parcel_no text, commune_name text, kind text, share text, until date,
    certificate_serial text, land_use text, area_m2 float8, legal_area_m2 float8)
  language sql stable security definer set search_path = '' as $$
  with own as materialized (
    select distinct i.party_id from party.identity_paper i where i.lookup_hash = number_hash and party.holds_number(i.party_id, number_hash))
  select r.parcel_id, v.parcel_code::text, s.number, v.parcel_no,
    (select u.name from reference.administrative_unit u where u.code = s.commune_code and u.valid_from = s.commune_valid_from),
    r.kind, case when r.share_denominator = 1 then '1' else r.share_numerator || '/' || r.share_denominator end, r.until, r.certificate_serial,
    v.land_use, v.area_m2::float8, v.legal_area_m2::float8
  from own join rights."right" r using (party_id)
  join cadastre.parcel_version v on v.parcel_id = r.parcel_id and v.status = 'current'
  join cadastre.sheet s on s.sheet_id = v.sheet_id
  where r.ended_at is null
  order by s.commune_code, length(s.number), s.number, length(v.parcel_no), v.parcel_no, r.right_id limit most
$$;
comment on function lookup.own_land(bytea, int) is 'Land that the holder of an identity number uses or manages now';
grant execute on function lookup.own_land(bytea, int) to diaba_app;
