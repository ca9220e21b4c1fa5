-- What a page asks by itself, with nobody at it, is answered and does not keep its session alive.
create or replace function session.look_at_session(of_hash bytea, idle interval)
  returns table (sealed bytea, access_expires_at timestamptz) language sql stable security definer set search_path = '' as $$
  select s.sealed, s.access_expires_at from session.session s
  where s.id_hash = of_hash and s.ends_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - idle
    and not session.is_ended(s.sid, s.subject, s.opened_at)
$$;
comment on function session.look_at_session(bytea, interval) is 'A live session, asked for by a page that nobody is at: not noted as seen';
grant execute on function session.look_at_session(bytea, interval) to diaba_app;
