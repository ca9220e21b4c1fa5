create or replace function cadastre.known_land_uses() returns text[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct code), '{}') from reference.land_use
$$;
comment on function cadastre.known_land_uses() is 'Every land-use code that a list has or had';
grant execute on function cadastre.known_land_uses() to diaba_app, diaba_portal, diaba_tiles, diaba_auditor, diaba_portal_owner;
