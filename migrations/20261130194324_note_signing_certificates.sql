-- Certificates that papers were signed with: what anyone who checks a paper, also years later, holds its signature against.

create table document.signing_certificate (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  der bytea not null check (sha256(der) = sha256),
  name text not null check (name <> ''),
  trial boolean not null,
  noted_at timestamptz not null default now()
);
comment on table document.signing_certificate is 'Certificates that papers were signed with; published, never taken back';
comment on column document.signing_certificate.sha256 is 'Digest of the certificate';
comment on column document.signing_certificate.der is 'The certificate (X.509, DER)';
comment on column document.signing_certificate.name is 'Name in it, as papers print it';
comment on column document.signing_certificate.trial is 'True: made by set-up, no authority vouches for it';
comment on column document.signing_certificate.noted_at is 'When the first paper was signed with it';
create trigger signing_certificate_stays before update or delete on document.signing_certificate for each row execute function cadastre.refuse_removal();
alter table document.signing_certificate enable row level security;
create policy signing_certificate_all on document.signing_certificate to diaba_app using (true);
create policy signing_certificate_audit on document.signing_certificate for select to diaba_auditor using (true);
grant select, insert on document.signing_certificate to diaba_app;
grant select on document.signing_certificate to diaba_auditor;

create index paper_sha256_idx on document.paper (sha256);
comment on index document.paper_sha256_idx is 'The paper of a file';
