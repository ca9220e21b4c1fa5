create or replace function session.tell_ended() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('diaba_session', '');
  return null;
end $$;
comment on function session.tell_ended() is 'Tells listeners that some session ended, not whose: open streams ask for their own';
