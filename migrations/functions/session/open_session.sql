create or replace function session.open_session(new_hash bytea, new_sid text, new_subject text, new_sealed bytea, expires timestamptz, lifetime interval)
  returns boolean language plpgsql security definer set search_path = '' as $$
begin
  delete from session.session where ends_at < clock_timestamp();
  if session.is_ended(new_sid, null, null) then return false; end if;
  insert into session.session (id_hash, sid, subject, sealed, access_expires_at, ends_at)
    values (new_hash, new_sid, new_subject, new_sealed, expires, clock_timestamp() + lifetime);
  return true;
end $$;
comment on function session.open_session(bytea, text, text, bytea, timestamptz, interval) is 'Opens a session; false where the provider has ended it meanwhile';
grant execute on function session.open_session(bytea, text, text, bytea, timestamptz, interval) to diaba_app;
