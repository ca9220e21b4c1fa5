-- Papers of the archive that a dealing rests on, named when it is opened (contract: basisDocumentIds).

create table dealing.basis_document (
  dealing_id uuid not null references dealing.dealing,
  ordinal int not null check (ordinal > 0),
  document_id uuid not null references document.document,
  constraint basis_document_pkey primary key (dealing_id, ordinal),
  constraint basis_document_key unique (dealing_id, document_id)
);
comment on table dealing.basis_document is 'A paper of the archive that a dealing rests on';
comment on column dealing.basis_document.dealing_id is 'Dealing';
comment on column dealing.basis_document.ordinal is 'Place among them, from 1';
comment on column dealing.basis_document.document_id is 'Document of the archive';
create index basis_document_document_idx on dealing.basis_document (document_id);
comment on index dealing.basis_document_document_idx is 'Dealings that rest on a document';
create trigger basis_document_stays before update or delete on dealing.basis_document for each row execute function cadastre.refuse_removal();
alter table dealing.basis_document enable row level security;
create policy basis_document_scope on dealing.basis_document to diaba_app
  using (exists (select from dealing.dealing d where d.dealing_id = basis_document.dealing_id));
create policy basis_document_audit on dealing.basis_document for select to diaba_auditor using (true);
grant select, insert on dealing.basis_document to diaba_app;
grant select on dealing.basis_document to diaba_auditor;
