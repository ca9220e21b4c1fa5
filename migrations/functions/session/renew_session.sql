create or replace function session.renew_session(of_hash bytea, new_sealed bytea, expires timestamptz) returns void
  language sql security definer set search_path = '' as $$
  update session.session set sealed = new_sealed, access_expires_at = expires where id_hash = of_hash
$$;
comment on function session.renew_session(bytea, bytea, timestamptz) is 'Keeps new tokens';
grant execute on function session.renew_session(bytea, bytea, timestamptz) to diaba_app;
