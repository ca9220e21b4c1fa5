create or replace function session.lock_session(of_hash bytea)
  returns table (sealed bytea, access_expires_at timestamptz) language sql volatile security definer set search_path = '' as $$
  select s.sealed, s.access_expires_at from session.session s
  where s.id_hash = of_hash and s.ends_at > clock_timestamp() and not session.is_ended(s.sid, s.subject, s.opened_at)
  for update
$$;
comment on function session.lock_session(bytea) is 'A live session, held until the transaction ends: one renewal at a time, and none past its end';
grant execute on function session.lock_session(bytea) to diaba_app;
