create or replace function portal.verify_paper(whole_code text)
  returns table (state text, kind text, serial text, issued_at timestamptz, office text, sha256 text, superseded_at timestamptz, trial_signature boolean)
  language sql stable security definer set search_path = '' as $$
  select case p.status when 'issued' then 'genuine' else p.status end, p.kind, p.serial, p.issued_at, p.office, encode(p.sha256, 'hex'),
    p.superseded_at, p.trial_signature
  from document.paper p where p.code = whole_code
  union all
  -- A certificate is no file: it is the paper in hand, so there is no digest and no signature to speak of.
  -- One that no right stands on any more no longer says what the register says, though nobody exchanged it yet.
  select case when c.status = 'valid' and held.since is null then 'genuine' when c.status in ('valid', 'replaced') then 'superseded' else 'revoked' end,
    'certificate', c.serial, c.registered_at, c.office, null, case c.status when 'replaced' then c.ended_at when 'valid' then held.since end, null
  from document.certificate c cross join lateral (
    select case when bool_or(r.ended_at is null) then null else coalesce(max(r.ended_at), c.registered_at) end as since
    from rights."right" r where r.certificate_serial = c.serial
  ) held
  where c.code = whole_code
$$;
comment on function portal.verify_paper(text) is 'What anyone may know of a paper or certificate whose code he holds: nothing of persons, no land';
grant execute on function portal.verify_paper(text) to diaba_portal;
