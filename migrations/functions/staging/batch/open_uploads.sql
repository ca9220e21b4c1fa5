create or replace function staging.open_uploads() returns table (upload_id uuid, reserved_bytes bigint)
  language sql stable security definer set search_path = '' as $$
  select u.upload_id, u.reserved_bytes from staging.upload u where u.status = 'open'
$$;
comment on function staging.open_uploads() is 'Ids and room of all uploads on their way, whoever sends them: for sweeping and for the room on the disk';
grant execute on function staging.open_uploads() to diaba_app;
