create or replace function dealing.file_together() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  first dealing.dealing;
  stray uuid;
begin
  select d.* into strict first from dealing.dealing d where d.dealing_id = coalesce(new.file_id, new.dealing_id);
  if first.file_id is not null then
    raise exception 'dealing % is not the first of its file', first.dealing_id using errcode = 'DB001';
  end if;
  select d.dealing_id into stray from dealing.dealing d
  where d.file_id = first.dealing_id
    and ((d.status <> first.status and d.status <> 'withdrawn')
      or (d.proposed_by, d.commune_code) is distinct from (first.proposed_by, first.commune_code))
  limit 1;
  if found then
    raise exception 'dealing % is of a file and moves with it', stray using errcode = 'DB001';
  end if;
  if first.status in ('registered', 'closed') then
    select t.dealing_id into stray from dealing.dealing d join dealing.target t using (dealing_id)
    where d.file_id = first.dealing_id and d.status = first.status
      and not exists (select from cadastre.parcel_version v where v.parcel_id = t.parcel_id and v.version_no = t.version_no)
    limit 1;
    if found then
      raise exception 'dealing % is about a parcel that is not there', stray using errcode = 'DB001';
    end if;
  end if;
  return null;
end $$;
comment on function dealing.file_together() is 'Asked at the end of a transaction: the dealings of a file are of one proposer and commune, in one state, and about parcels that exist once it is registered';
