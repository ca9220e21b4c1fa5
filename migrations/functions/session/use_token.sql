create or replace function session.use_token(of_jti text, until timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  delete from session.used_token where keep_until < clock_timestamp();
  insert into session.used_token values (of_jti, until) on conflict do nothing;
  return found;
end $$;
comment on function session.use_token(text, timestamptz) is 'True the first time a token id is given';
grant execute on function session.use_token(text, timestamptz) to diaba_app;
