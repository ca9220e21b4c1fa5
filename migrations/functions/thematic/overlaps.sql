-- Measured in the plane of the land itself: of a large shape only what lies around it is moved there. A sliver is narrower, or smaller, than what
-- two maps of different making can tell apart; width is twice the area over the outline, which is that of a long strip.
create or replace function thematic.overlaps(land geometry, of_editions uuid[])
  returns table (edition_id uuid, feature_no int, area_m2 double precision, length_m double precision, points int)
  language sql stable parallel safe set search_path = public as $$
  with here as materialized (
    select case when st_srid(land) = :registry_srid then land else st_transform(land, :registry_srid) end as ground,
      reference.setting_on('overlay_area_m2', current_date)::float8 as least_m2, reference.setting_on('overlay_width_m', current_date)::float8 as least_m),
  met as (
    select f.edition_id, f.feature_no, st_dimension(f.geom) as dimension, h.least_m2, h.least_m,
      case when st_srid(land) = :registry_srid then st_intersection(f.geom, land)
        else st_intersection(st_transform(st_clipbybox2d(f.geom, st_expand(h.ground, 1)), st_srid(land)), land) end as common
    from here h join thematic.feature f on f.geom && h.ground and st_intersects(f.geom, h.ground)
    where f.edition_id = any (of_editions))
  select edition_id, feature_no, case when dimension = 2 then st_area(common) end, case when dimension = 1 then st_length(common) end,
    case when dimension = 0 then st_numgeometries(common) end
  from met
  where case dimension when 2 then st_area(common) >= least_m2 and 2 * st_area(common) >= least_m * st_perimeter(common)
    when 1 then st_length(common) >= least_m else not st_isempty(common) end
$$;
comment on function thematic.overlaps(geometry, uuid[]) is 'What shapes of some editions have in common with land (in a legal system): m², m or number of points, computed in that system; slivers below the settings overlay_area_m2 and overlay_width_m are none';
grant execute on function thematic.overlaps(geometry, uuid[]) to diaba_app, diaba_auditor, diaba_portal_owner;
