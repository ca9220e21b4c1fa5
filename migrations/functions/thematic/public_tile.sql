create or replace function thematic.public_tile(of_layer text, z int, x int, y int, least_m2 double precision, simplify_m double precision, at_most int)
  returns bytea language sql stable security definer set search_path = public as $$
  with shown as materialized (
    select l.edition_id from portal.layer l where l.layer_code = of_layer and l.status = 'in_force' and 'tiles' = any (l.channels)),
  hit as (
    select f.feature_no as no, f.public_category as category, f.public_name as name, f.value::float8 as value, f.unit, f.geom_3857
    from shown s join thematic.feature f on f.edition_id = s.edition_id and f.geom_3857 && st_tileenvelope(z, x, y, margin => 0.015625)
    where st_dimension(f.geom_3857) < 2 or st_area(f.geom_3857) >= least_m2
    order by st_area(f.geom_3857) desc, f.feature_no limit at_most)
  select coalesce(st_asmvt(t, 'features', 4096, 'geom'), '') from (
    select no, category, name, value, unit, st_asmvtgeom(
      case when simplify_m > 0 then st_simplify(geom_3857, simplify_m, true) else geom_3857 end, st_tileenvelope(z, x, y), 4096, 64, true) as geom
    from hit) t where geom is not null
$$;
comment on function thematic.public_tile(text, int, int, int, double precision, double precision, int) is 'One tile of the edition in force of a public layer, uncompressed; with text that tells of nobody';
grant execute on function thematic.public_tile(text, int, int, int, double precision, double precision, int) to diaba_tiles;
