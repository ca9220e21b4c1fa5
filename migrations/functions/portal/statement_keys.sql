create or replace function portal.statement_keys()
  returns table (fingerprint text, spki bytea, endorsement text, trial boolean, noted_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select encode(k.fingerprint, 'hex'), k.spki, k.endorsement, k.trial, k.noted_at from document.statement_key k order by k.noted_at, k.fingerprint
$$;
comment on function portal.statement_keys() is 'Keys that sign what QR codes of papers state';
grant execute on function portal.statement_keys() to diaba_portal;
