-- Only one transformation, whatever the system: PROJ needs some 10 ms to begin with each, in every connection.
create or replace function portal.parcels_at(of_srid int, x float8, y float8, lon float8, lat float8, before timestamptz) returns setof uuid
  language sql stable security definer rows 2 set search_path = '' as $$
  select v.parcel_id from cadastre.parcel_version v
  where public.st_intersects(v.geom, case when of_srid = :registry_srid then public.st_setsrid(public.st_point(x, y), :registry_srid)
      else public.st_transform(public.st_setsrid(public.st_point(lon, lat), 4326), :registry_srid) end)
    and case when before is null then v.status = 'current'
      else v.status <> 'pending' and v.registered_at < before and (v.ended_at is null or v.ended_at >= before) end
$$;
comment on function portal.parcels_at(int, float8, float8, float8, float8, timestamptz) is 'Registered parcels that contain or touch a point, given in its own system (east, north) and in degrees; now, or just before an instant';
alter function portal.parcels_at(int, float8, float8, float8, float8, timestamptz) owner to diaba_portal_owner;
grant execute on function portal.parcels_at(int, float8, float8, float8, float8, timestamptz) to diaba_portal;
