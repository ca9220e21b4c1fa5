create or replace function portal.verify_file(digest bytea)
  returns table (state text, kind text, serial text, issued_at timestamptz, office text, sha256 text, superseded_at timestamptz, trial_signature boolean)
  language sql stable security definer set search_path = '' as $$
  select case p.status when 'issued' then 'genuine' else p.status end, p.kind, p.serial, p.issued_at, p.office, encode(p.sha256, 'hex'),
    p.superseded_at, p.trial_signature
  from document.paper p where p.sha256 = digest
$$;
comment on function portal.verify_file(bytea) is 'What anyone may know of a paper whose file he holds: nothing of persons, no land';
grant execute on function portal.verify_file(bytea) to diaba_portal;
