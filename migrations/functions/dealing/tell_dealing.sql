-- A notice holds 8,000 bytes: a hundred parcels, and whoever asks reads the rest.
create or replace function dealing.tell_dealing() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('diaba_register', pg_catalog.json_build_object('dealingId', new.dealing_id, 'commune', new.commune_code,
    'status', new.status, 'parcelIds', coalesce((select pg_catalog.json_agg(t.parcel_id order by t.ordinal)
      from dealing.target t where t.dealing_id = new.dealing_id and t.ordinal <= 100), '[]'::json))::text);
  return null;
end $$;
comment on function dealing.tell_dealing() is 'Tells listeners that a dealing moved, and which parcels it is about; ids and codes only';
