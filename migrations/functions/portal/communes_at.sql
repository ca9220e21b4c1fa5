create or replace function portal.communes_at(lons float8[], lats float8[]) returns table (at int, code text, name text, exact boolean)
  language sql stable security definer rows 10 set search_path = '' as $$
  select p.i::int, u.code::text, u.name, e.boundary is not null
  from unnest(lons, lats) with ordinality as p(lon, lat, i)
  join reference.administrative_unit_extent e
    on p.lon between e.min_lon and e.max_lon and p.lat between e.min_lat and e.max_lat
  join reference.administrative_unit u on u.code = e.code and u.valid_from = e.valid_from
  where u.valid_to is null and (e.boundary is null
    or public.st_intersects(e.boundary, public.st_setsrid(public.st_point(p.lon, p.lat), 4326)))
  order by 1, 2
$$;
comment on function portal.communes_at(float8[], float8[]) is 'Units of today at each of some places (counted from 1): exact by their boundary where one is known, else every one in whose box it lies';
alter function portal.communes_at(float8[], float8[]) owner to diaba_portal_owner;
grant execute on function portal.communes_at(float8[], float8[]) to diaba_portal;
