create or replace function cadastre.refuse_removal() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'what is in %.% is never removed, and keeps its id', tg_table_schema, tg_table_name using errcode = 'DB003';
end $$;
comment on function cadastre.refuse_removal() is 'What others refer to, once there, stays';
