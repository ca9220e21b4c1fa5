-- plpgsql, since it is asked with every request: of a function in SQL the plan is made anew by each statement that calls it.
create or replace function session.is_ended(of_sid text, of_subject text, since timestamptz) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from session.ended where kind = 'sid' and value = of_sid)
    or exists (select from session.ended where kind = 'subject' and value = of_subject and ended_at >= since);
end $$;
comment on function session.is_ended(text, text, timestamptz) is 'Whether a provider session, or everything of a subject that began at or before a moment, was ended';
grant execute on function session.is_ended(text, text, timestamptz) to diaba_app;
