-- The lock on the batch keeps a parcel and the removal of its record from passing each other unseen.
create or replace function cadastre.require_source() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  missing text;
begin
  perform cadastre.require_fresh_view();
  perform 1 from staging.batch b where b.batch_id in (select n.source_batch_id from new_rows n) for key share;
  -- As in require_parent: planned anew, and for many rows.
  execute 'select min(n.source_batch_id || '' has no record '' || n.source_record_no) from new_rows n where not exists (
    select from staging.record r where r.batch_id = n.source_batch_id and r.record_no = n.source_record_no)' into missing;
  if missing is not null then
    raise exception 'batch %', missing using errcode = 'foreign_key_violation',
      schema = tg_table_schema, table = tg_table_name, constraint = 'parcel_source_exists';
  end if;
  return null;
end $$;
comment on function cadastre.require_source() is 'Refuses parcels that say they came from a record that does not exist';
