-- A box may be a point, so it is made 0.1 mm wider on each side.
create or replace function portal.parcels_in(west float8, south float8, east float8, north float8) returns setof uuid
  language sql stable security definer rows 500 set search_path = '' as $$
  select v.parcel_id from cadastre.parcel_version v
  where v.status <> 'pending' and public.st_intersects(v.geom,
    public.st_transform(public.st_segmentize(public.st_makeenvelope(west - 1e-9, south - 1e-9, east + 1e-9, north + 1e-9, 4326), 0.01), :registry_srid))
$$;
comment on function portal.parcels_in(float8, float8, float8, float8) is 'Parcels that ever had land in a box (degrees): which of them count on a day, the view says';
alter function portal.parcels_in(float8, float8, float8, float8) owner to diaba_portal_owner;
grant execute on function portal.parcels_in(float8, float8, float8, float8) to diaba_portal;
