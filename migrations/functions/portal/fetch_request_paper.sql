create or replace function portal.fetch_request_paper(whole_reference text, whole_code_hash bytea) returns table (serial text, sha256 text)
  language plpgsql security definer set search_path = '' as $$
declare
  found record;
begin
  select r.request_id, p.serial, encode(p.sha256, 'hex') as sha256 into found
  from dealing.request r join document.paper p on p.serial = r.paper_serial
  where r.reference = whole_reference and r.code_hash = whole_code_hash and r.delivery = 'download';
  if found is null then
    return;
  end if;
  insert into audit.entry (actor, action, subject_kind, subject_id, body, leaf)
  values ('portal', 'request.paper_fetched', 'request', found.request_id::text, jsonb_build_object('serial', found.serial), '');
  return query select found.serial, found.sha256;
end $$;
comment on function portal.fetch_request_paper(text, bytea) is 'The paper of a request, for who has its reference and its code; each fetching is in the audit log';
grant execute on function portal.fetch_request_paper(text, bytea) to diaba_portal;
