create or replace function document.keep_paper() returns trigger language plpgsql set search_path = '' as $$
declare
  moving constant text[] := '{status,superseded_at,superseded_by,revoked_at}';
begin
  if tg_op = 'DELETE' or old.status = 'revoked' or new.status = 'issued' or (old.status = 'superseded' and new.status <> 'revoked')
     or (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving) then
    raise exception 'paper % was issued: it is superseded or revoked, never edited or deleted', old.serial using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function document.keep_paper() is 'A paper that was issued is superseded or revoked, never edited or deleted';
