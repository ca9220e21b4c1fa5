-- Through a function and not the view: behind a security barrier the box of an area is compared with every parcel. A parcel is where its point
-- is (a point inside it), so that of areas that adjoin each parcel is in one. What is not published must not be asked: the caller asks the policy.
create or replace function portal.codes_within(area text, at_most int) returns setof text
  language sql stable security definer rows 1000 set search_path = '' as $$
  with ground as materialized (
    select public.st_transform(public.st_segmentize(public.st_makevalid(public.st_setsrid(public.st_geomfromgeojson(area), 4326)), 0.01), :registry_srid) as g)
  select v.parcel_code::text from ground join cadastre.parcel_version v on v.geom operator(public.&&) ground.g
  where v.status = 'current' and v.ended_at is null and public.st_covers(ground.g, public.st_transform(v.feature_point, :registry_srid))
  order by v.parcel_code limit at_most
$$;
comment on function portal.codes_within(text, int) is 'Codes of the parcels of now whose point lies in an area (GeoJSON, degrees), at most so many';
alter function portal.codes_within(text, int) owner to diaba_portal_owner;
grant execute on function portal.codes_within(text, int) to diaba_portal;
