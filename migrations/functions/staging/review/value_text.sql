create or replace function staging.value_text(value jsonb) returns text language sql immutable set search_path = public as $$
  select coalesce(case
    when jsonb_typeof(value) = 'array' then (
      select string_agg(case when p ->> 'name' is not null then p ->> 'name' else concat_ws(' ', p ->> 'code', p ->> 'areaM2') end, '; ' order by n)
      from jsonb_array_elements(value) with ordinality as e(p, n))
    when jsonb_typeof(value) = 'object' then (
      select concat_ws(' ', st_npoints(g) - st_nrings(g), round(st_area(g)::numeric, 2))
      from st_geomfromwkb(decode(value ->> 'wkb', 'hex'), (value ->> 'srid')::int) g)
    else value #>> '{}' end, '')
$$;
comment on function staging.value_text(jsonb) is 'A value of a candidate as a person reads it; of a ring its corners and m²';
