-- The ground of neighbours is made one and cut anew, so that between them there is no gap and no overlap, and nothing of the outer
-- boundary moves.
create or replace function cadastre.redivide(parts geometry[], lines geometry, tolerance_m double precision) returns setof geometry
  language sql immutable strict set search_path = public as $$
  select c.geom from (select cadastre.unite(parts, tolerance_m) as geom) u cross join lateral cadastre.cut(u.geom, lines) as c(geom)
  where u.geom is not null
$$;
comment on function cadastre.redivide(geometry[], geometry, double precision) is 'Neighbours with their common boundary moved to the lines; none where they are not one piece. All in one projected system, metres';
grant execute on function cadastre.redivide(geometry[], geometry, double precision) to diaba_app;
