create or replace function dealing.require_target() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from cadastre.parcel_version v where v.parcel_id = new.parcel_id and v.version_no = new.version_no)
     and not exists (select from dealing.dealing d where d.dealing_id = new.dealing_id and d.file_id is not null) then
    raise exception 'there is no version % of parcel %', new.version_no, new.parcel_id using errcode = 'foreign_key_violation',
      schema = tg_table_schema, table = tg_table_name, constraint = 'target_version_exists';
  end if;
  return new;
end $$;
comment on function dealing.require_target() is 'A dealing is about a version of the register, or about what an earlier dealing of its file will raise';
