create or replace function dealing.forward_only() returns trigger language plpgsql set search_path = '' as $$
begin
  if dealing.status_rank(new.status) < dealing.status_rank(old.status)
     or (old.status in ('refused', 'withdrawn') and new.status <> old.status) then
    raise exception 'dealing % cannot go from % to %', old.dealing_id, old.status, new.status using errcode = 'DB001';
  end if;
  if old.status in ('registered', 'closed')
     and (new.kind, new.commune_code, new.initial_load, new.proposed_by, new.approved_by, new.batch_id, new.registered_at)
         is distinct from (old.kind, old.commune_code, old.initial_load, old.proposed_by, old.approved_by, old.batch_id, old.registered_at) then
    raise exception 'dealing % is registered and is not edited', old.dealing_id using errcode = 'DB001';
  end if;
  return new;
end $$;
comment on function dealing.forward_only() is 'Refuses a step back and any change of a registered dealing';
