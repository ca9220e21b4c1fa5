create or replace function rights.refuse_edit() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or (to_jsonb(new) - '{ended_at,ended_by}'::text[]) is distinct from (to_jsonb(old) - '{ended_at,ended_by}'::text[]) then
    raise exception 'right % is only ended, never edited or deleted', old.right_id using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function rights.refuse_edit() is 'A right is only ended, never edited or deleted';
