create or replace function session.is_ended(of_sid text, of_subject text, since timestamptz) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from session.ended where kind = 'sid' and value = of_sid)
    or exists (select from session.ended where kind = 'subject' and value = of_subject and ended_at >= since)
$$;
comment on function session.is_ended(text, text, timestamptz) is 'Whether a provider session, or everything of a subject that began at or before a moment, was ended';
grant execute on function session.is_ended(text, text, timestamptz) to diaba_app;
