create or replace function dealing.keep_lodged() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  present text;
begin
  select d.status into present from dealing.dealing d where d.dealing_id = old.dealing_id;
  if tg_op = 'DELETE' and present = 'draft' then
    return old;
  end if;
  if present <> 'draft' or new.dealing_id is distinct from old.dealing_id then
    raise exception 'dealing % is %: what it says is fixed', old.dealing_id, present using errcode = 'DB001';
  end if;
  return new;
end $$;
comment on function dealing.keep_lodged() is 'What a dealing says changes only while it is a draft';
