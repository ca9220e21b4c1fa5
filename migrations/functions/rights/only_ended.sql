create or replace function rights.only_ended() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or (to_jsonb(new) - '{ended_at,ended_by}'::text[]) is distinct from (to_jsonb(old) - '{ended_at,ended_by}'::text[]) then
    raise exception 'what is in rights.% is only ended, never edited or deleted', tg_table_name using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function rights.only_ended() is 'What burdens a right or a parcel is only ended, never edited or deleted';
