create or replace function staging.expire_uploads() returns integer language plpgsql security definer set search_path = '' as $$
declare
  expired integer;
begin
  delete from staging.upload where ended_at < clock_timestamp() - interval '30 days';
  update staging.upload set status = 'expired', ended_at = clock_timestamp() where status = 'open' and expires_at < clock_timestamp();
  get diagnostics expired = row_count;
  return expired;
end $$;
comment on function staging.expire_uploads() is 'Ends uploads whose time is up and forgets those that ended long ago; how many were ended';
grant execute on function staging.expire_uploads() to diaba_app;
