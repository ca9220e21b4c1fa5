create or replace function session.close_session(of_hash bytea)
  returns table (sealed bytea) language plpgsql security definer set search_path = '' as $$
declare
  found_sid text;
begin
  delete from session.session s where s.id_hash = of_hash returning s.sealed, s.sid into sealed, found_sid;
  if found_sid is null then return; end if;
  perform session.end_sessions(found_sid, null);
  return next;
end $$;
comment on function session.close_session(bytea) is 'Ends the session of this browser and the provider session behind it';
grant execute on function session.close_session(bytea) to diaba_app;
