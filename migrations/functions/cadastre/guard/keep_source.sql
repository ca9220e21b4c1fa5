create or replace function cadastre.keep_source() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform cadastre.require_fresh_view();
  perform 1 from staging.batch b where b.batch_id = old.batch_id for update;
  if exists (select from cadastre.parcel p where p.source_batch_id = old.batch_id and p.source_record_no = old.record_no) then
    raise exception 'a parcel came from record % of batch %', old.record_no, old.batch_id using errcode = 'foreign_key_violation',
      schema = 'cadastre', table = 'parcel', constraint = 'parcel_source_exists';
  end if;
  if exists (select from staging.identity_number i where i.batch_id = old.batch_id and i.record_no = old.record_no) then
    raise exception 'record % of batch % has identity numbers', old.record_no, old.batch_id using errcode = 'foreign_key_violation',
      schema = 'staging', table = 'identity_number', constraint = 'identity_number_record_exists';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if not exists (select from staging.batch b where b.batch_id = new.batch_id) then
    raise exception 'there is no batch %', new.batch_id using errcode = 'foreign_key_violation',
      schema = 'staging', table = 'record', constraint = 'record_batch_exists';
  end if;
  return new;
end $$;
comment on function cadastre.keep_source() is 'Refuses to remove a record of which something was made, to give it another number, or to put it into a batch that is none';
