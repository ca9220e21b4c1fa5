create or replace function portal.parcel_count(at_most int, since timestamptz, before timestamptz, known timestamptz, asked jsonb, within geometry)
  returns int language plpgsql stable security definer set search_path = '' as $$
declare found int;
  -- What was entered late since may make two versions hold at one moment, as far as was known: then parcels are told apart as for a span of time.
  late uuid[] := portal.entered_since(known);
begin
  execute 'select count(*) from (select ' || case when since is distinct from before or cardinality(late) > 0 then 'distinct v.parcel_id' else '' end
      || ' from cadastre.parcel_version v where ' || portal.parcel_condition(asked, within) || ' limit $8) counted'
    into found using since, before, asked, within, portal.registry_box(within), known, late, at_most;
  return found;
end $$;
comment on function portal.parcel_count(int, timestamptz, timestamptz, timestamptz, jsonb, geometry) is 'How many parcel_page finds in all, counted up to a limit';
alter function portal.parcel_count(int, timestamptz, timestamptz, timestamptz, jsonb, geometry) owner to diaba_portal_owner;
grant execute on function portal.parcel_count(int, timestamptz, timestamptz, timestamptz, jsonb, geometry) to diaba_portal;
