create or replace function staging.require_batch(batch uuid) returns void
  language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from staging.batch b where b.batch_id = batch and staging.in_scope(b.commune_code)) then
    raise exception 'no such batch in your communes' using errcode = 'DB005';
  end if;
end $$;
comment on function staging.require_batch(uuid) is 'Refuses a batch outside the acting officer''s communes';
grant execute on function staging.require_batch(uuid) to diaba_app;
