create or replace function dealing.require_raising() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  missing uuid;
begin
  select n.raised_by into missing from (select distinct raised_by from new_rows) n
  where not exists (select from dealing.dealing d where d.dealing_id = n.raised_by) limit 1;
  if found then
    raise exception 'there is no dealing %', missing using errcode = 'foreign_key_violation',
      schema = tg_table_schema, table = tg_table_name, constraint = tg_table_name || '_raised_by_exists';
  end if;
  return null;
end $$;
comment on function dealing.require_raising() is 'Refuses rows that say they were raised by a dealing that does not exist';
