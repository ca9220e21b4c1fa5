-- Measured in the plane of the land itself: of a large shape only what lies around it is moved there. A sliver is narrower, or smaller, than what
-- two maps of different making can tell apart; width is twice the area over the outline, which is that of a long strip.
--
-- Without a search path of its own, so that the planner takes it into the statement around it: asked for many parcels it then is a join by the
-- index and not a call for each. The settings are a row to join with, not questions of their own: those would keep parallel workers out.
create or replace function thematic.overlaps(land public.geometry, of_editions uuid[])
  returns table (edition_id uuid, feature_no int, area_m2 double precision, length_m double precision, points int)
  language sql stable parallel safe as $$
  select f.edition_id, f.feature_no, m.area_m2, m.length_m, m.points
  from (
    select max(value) filter (where name = 'overlay_area_m2')::float8 as area_m2, max(value) filter (where name = 'overlay_width_m')::float8 as width_m
    from reference.setting
    where name in ('overlay_area_m2', 'overlay_width_m') and valid_from <= current_date and (valid_to is null or current_date < valid_to)) setting_now
  cross join thematic.feature f
  cross join lateral thematic.measure_common(f.geom, land) m
  where f.edition_id = any (of_editions)
    and public.st_intersects(f.geom, case when public.st_srid(land) = :registry_srid then land else public.st_transform(land, :registry_srid) end)
    and case when m.area_m2 is not null then m.area_m2 >= setting_now.area_m2 and 2 * m.area_m2 >= setting_now.width_m * m.outline_m
      when m.length_m is not null then m.length_m >= setting_now.width_m else m.points > 0 end
$$;
comment on function thematic.overlaps(public.geometry, uuid[]) is 'What shapes of some editions have in common with land (in a legal system): m², m or number of points, computed in that system; slivers below the settings overlay_area_m2 and overlay_width_m are none';
grant execute on function thematic.overlaps(public.geometry, uuid[]) to diaba_app, diaba_auditor, diaba_portal_owner;
