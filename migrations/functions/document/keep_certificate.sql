create or replace function document.keep_certificate() returns trigger language plpgsql set search_path = '' as $$
declare
  moving constant text[] := '{status,ended_by,ended_at}';
begin
  if tg_op = 'DELETE' or old.status <> 'valid' or new.status = 'valid'
     or (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving) then
    raise exception 'certificate % was issued: it ends once, and is never edited or deleted', old.serial using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function document.keep_certificate() is 'A certificate ends once, and is never edited or deleted';
