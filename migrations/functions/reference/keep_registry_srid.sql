create or replace function reference.keep_registry_srid() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'the registry''s system of coordinates is fixed' using errcode = '42501';
end $$;
comment on function reference.keep_registry_srid() is 'Refuses a change of registry_srid: every geometry is in it';
