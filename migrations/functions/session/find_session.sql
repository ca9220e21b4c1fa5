create or replace function session.find_session(of_hash bytea, idle interval)
  returns table (sealed bytea, access_expires_at timestamptz) language plpgsql security definer set search_path = '' as $$
begin
  update session.session s set last_seen_at = clock_timestamp()
    where s.id_hash = of_hash and s.last_seen_at between clock_timestamp() - idle and clock_timestamp() - interval '1 minute';
  return query select s.sealed, s.access_expires_at from session.session s
    where s.id_hash = of_hash and s.ends_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - idle
      and not session.is_ended(s.sid, s.subject, s.opened_at);
end $$;
comment on function session.find_session(bytea, interval) is 'A live session; notes that it was seen';
grant execute on function session.find_session(bytea, interval) to diaba_app;
