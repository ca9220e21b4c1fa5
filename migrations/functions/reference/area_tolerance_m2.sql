create or replace function reference.area_tolerance_m2(map_scale int, area_m2 numeric, on_day date) returns numeric
  language sql stable set search_path = '' as $$
  select base_m2 + rate_m2_per_10m2 * (greatest(area_m2, above_m2) - above_m2) / 10
  from reference.area_tolerance
  where scale = map_scale and valid_from <= on_day and (valid_to is null or on_day < valid_to)
    and area_m2 > above_m2 - (case when above_m2 = 0 then 1 else 0 end) and (up_to_m2 is null or area_m2 <= up_to_m2)
  limit 1
$$;
comment on function reference.area_tolerance_m2(int, numeric, date) is 'Allowed difference of a parcel area in m² (TT 26/2024 Annex 04); null for a scale without a table';
grant execute on function reference.area_tolerance_m2(int, numeric, date) to diaba_app, diaba_auditor, diaba_portal_owner;
