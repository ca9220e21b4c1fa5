create or replace function staging.tell_batch() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('diaba_batch', new.batch_id::text);
  return null;
end $$;
comment on function staging.tell_batch() is 'Tells listeners which batch moved; what became of it they read themselves';
