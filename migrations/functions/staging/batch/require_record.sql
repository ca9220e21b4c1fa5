-- A record may go, or get another number, while nothing was made of it (cadastre.keep_source). The lock on the batch keeps that
-- and a new reference to it from passing each other unseen.
create or replace function staging.require_record() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  missing text;
begin
  perform cadastre.require_fresh_view();
  perform 1 from staging.batch b where b.batch_id in (select n.batch_id from new_rows n) for key share;
  -- Planned anew each time: one row, or those of a whole batch.
  execute 'select min(concat_ws('' '', n.batch_id, n.record_no)) from new_rows n
    where not exists (select from staging.record r where r.batch_id = n.batch_id and r.record_no = n.record_no)' into missing;
  if missing is not null then
    raise exception 'there is no record %', missing using errcode = 'foreign_key_violation',
      schema = tg_table_schema, table = tg_table_name, constraint = tg_argv[0];
  end if;
  return null;
end $$;
comment on function staging.require_record() is 'Refuses rows of a record that does not exist: as strong as a foreign key';
