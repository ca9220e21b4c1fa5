create or replace function portal.verify_paper(whole_code text)
  returns table (state text, kind text, serial text, issued_at timestamptz, office text, sha256 text, superseded_at timestamptz, trial_signature boolean)
  language sql stable security definer set search_path = '' as $$
  select case p.status when 'issued' then 'genuine' else p.status end, p.kind, p.serial, p.issued_at, p.office, encode(p.sha256, 'hex'),
    p.superseded_at, p.trial_signature
  from document.paper p where p.code = whole_code
$$;
comment on function portal.verify_paper(text) is 'What anyone may know of a paper whose code he holds: nothing of persons, no land';
grant execute on function portal.verify_paper(text) to diaba_portal;
