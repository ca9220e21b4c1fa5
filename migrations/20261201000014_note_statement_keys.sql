-- Keys that sign what the QR codes of papers state: published and never taken back, so that old papers are checked by them.

create table document.statement_key (
  fingerprint bytea primary key check (octet_length(fingerprint) = 32),
  spki bytea not null check (sha256(spki) = fingerprint),
  endorsement text not null check (endorsement <> ''),
  trial boolean not null,
  noted_at timestamptz not null default now()
);
comment on table document.statement_key is 'Keys that sign what QR codes of papers state; published, never taken back';
comment on column document.statement_key.fingerprint is 'SHA-256 of spki';
comment on column document.statement_key.spki is 'Public key (SubjectPublicKeyInfo, DER), P-256';
comment on column document.statement_key.endorsement is 'JWS over the fingerprint by the key that signs papers, its certificates within';
comment on column document.statement_key.trial is 'True: vouched for by a key made by set-up only';
comment on column document.statement_key.noted_at is 'When the first paper bore a statement of it';
create trigger statement_key_stays before update or delete on document.statement_key for each row execute function cadastre.refuse_removal();
alter table document.statement_key enable row level security;
create policy statement_key_all on document.statement_key to diaba_app using (true);
create policy statement_key_audit on document.statement_key for select to diaba_auditor using (true);
grant select, insert on document.statement_key to diaba_app;
grant select on document.statement_key to diaba_auditor;
