create or replace function cadastre.to_registry(shape geometry) returns geometry
  language sql stable strict set search_path = public as $$
  select case when st_srid(shape) = r.srid then shape else st_snaptogrid(st_transform(shape, r.srid), 0.0001) end
  from (select value::int as srid from reference.registry_state where name = 'registry_srid') r
$$;
comment on function cadastre.to_registry(geometry) is 'A shape in the registry''s system, to 0.1 mm';
grant execute on function cadastre.to_registry(geometry) to diaba_app;
