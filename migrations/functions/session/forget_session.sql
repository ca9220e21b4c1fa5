create or replace function session.forget_session(of_hash bytea) returns void
  language sql security definer set search_path = '' as $$
  delete from session.session where id_hash = of_hash
$$;
comment on function session.forget_session(bytea) is 'Removes the session of a browser that opens another; the provider session goes on';
grant execute on function session.forget_session(bytea) to diaba_app;
