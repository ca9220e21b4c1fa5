create or replace function session.end_sessions(of_sid text, of_subject text) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  gone integer;
begin
  delete from session.ended where keep_until < clock_timestamp();
  insert into session.ended (kind, value, keep_until)
    values (case when of_sid is null then 'subject' else 'sid' end, coalesce(of_sid, of_subject), clock_timestamp() + interval '1 day')
    on conflict on constraint ended_pkey do update set ended_at = excluded.ended_at, keep_until = excluded.keep_until;
  delete from session.session s where case when of_sid is null then s.subject = of_subject else s.sid = of_sid end;
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function session.end_sessions(text, text) is 'Ends a provider session (sid), or all of a subject where no sid is given; how many browsers were signed in by it';
grant execute on function session.end_sessions(text, text) to diaba_app;
