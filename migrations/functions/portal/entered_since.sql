-- Dealings are nothing that the portal reads: it is told the ids that it compares, by functions of its owner.
create or replace function portal.entered_since(moment timestamptz) returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
  return array(select d.dealing_id from dealing.dealing d where d.entered_on is not null and coalesce(d.decided_at, d.created_at) >= moment);
end $$;
comment on function portal.entered_since(timestamptz) is 'Dealings that paper books registered before and that were entered at or after a moment: what they ended was not known as ended then';
grant execute on function portal.entered_since(timestamptz) to diaba_portal_owner;
