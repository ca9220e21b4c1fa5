create or replace function portal.signing_certificates()
  returns table (sha256 text, der bytea, name text, trial boolean, noted_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select encode(c.sha256, 'hex'), c.der, c.name, c.trial, c.noted_at from document.signing_certificate c order by c.noted_at, c.sha256
$$;
comment on function portal.signing_certificates() is 'Certificates that papers were signed with';
grant execute on function portal.signing_certificates() to diaba_portal;
