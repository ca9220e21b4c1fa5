-- execute, so that the planner knows what is asked: a small box by the spatial index, a sheet by its key, everything by the primary key.
create or replace function portal.parcel_page(after uuid, at_most int, since timestamptz, before timestamptz, known timestamptz, asked jsonb, within geometry)
  returns table (parcel_id uuid, version_no int, registered_at timestamptz, ended_at timestamptz)
  language plpgsql stable security definer rows 1000 set search_path = '' as $$
begin
  return query execute 'select distinct on (v.parcel_id) v.parcel_id, v.version_no, v.registered_at,
      case when v.ended_at < $6 and not v.ended_by = any ($7) then v.ended_at end
    from cadastre.parcel_version v where v.parcel_id > $8 and ' || portal.parcel_condition(asked, within) || ' order by v.parcel_id, v.version_no desc limit $9'
    using since, before, asked, within, portal.registry_box(within), known, portal.entered_since(known),
      coalesce(after, '00000000-0000-0000-0000-000000000000'), at_most;
end $$;
comment on function portal.parcel_page(uuid, int, timestamptz, timestamptz, timestamptz, jsonb, geometry) is 'Parcels by id after one of them that were registered before a moment and not ended before another, as was known before a third: the last such version, and its end; asked: communes, sheet, no, code; within: a shape they touch';
alter function portal.parcel_page(uuid, int, timestamptz, timestamptz, timestamptz, jsonb, geometry) owner to diaba_portal_owner;
grant execute on function portal.parcel_page(uuid, int, timestamptz, timestamptz, timestamptz, jsonb, geometry) to diaba_portal;
