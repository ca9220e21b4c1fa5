-- Papers that the register issued: what they are about, their digest, and what became of them. The bytes lie in the store under
-- the digest. Whatever ends a version of a parcel, or changes its rights, makes its papers superseded in the same statement.

create sequence document.paper_number;
comment on sequence document.paper_number is 'Numbers of papers; with gaps, never twice';
grant usage on sequence document.paper_number to diaba_app;

create table document.paper (
  serial text primary key check (serial ~ '^[A-Z]{2}-[0-9]{4}-[0-9]{6,}$'),
  code text not null check (code ~ '^[2-9A-HJKMNP-TV-Z]{16}$'),
  kind text not null check (kind in ('map_extract')),
  template_version int not null check (template_version > 0),
  commune_code char(5) not null,
  office text not null check (office <> ''),
  party_ids uuid[] not null,
  sha256 bytea not null check (octet_length(sha256) = 32) references document.stored_file,
  trial_signature boolean not null,
  status text not null default 'issued' check (status in ('issued', 'superseded', 'revoked')),
  issued_by text not null,
  request_key text not null,
  asked bytea not null check (octet_length(asked) = 32),
  issued_at timestamptz not null,
  superseded_at timestamptz,
  superseded_by uuid references dealing.dealing,
  revoked_at timestamptz,
  constraint paper_code_key unique (code),
  constraint paper_request_key unique (issued_by, request_key),
  constraint paper_superseded check ((superseded_at is null) = (superseded_by is null) and (status <> 'issued' or superseded_at is null)
    and (status <> 'superseded' or superseded_at is not null)),
  constraint paper_revoked check ((status = 'revoked') = (revoked_at is not null))
);
comment on table document.paper is 'Papers that were issued. Only what became of them changes';
comment on column document.paper.serial is 'Serial, as printed';
comment on column document.paper.code is 'Code by which anyone checks the paper: 16 signs, about 78 bits, without the hyphens';
comment on column document.paper.kind is 'Kind';
comment on column document.paper.template_version is 'Version of the template it was made by';
comment on column document.paper.commune_code is 'Commune of its parcels';
comment on column document.paper.office is 'Office, as printed';
comment on column document.paper.party_ids is 'Parties whose names it carries: every download is logged as a look at them';
comment on column document.paper.sha256 is 'Digest of the signed bytes, which lie in the store under it';
comment on column document.paper.trial_signature is 'True: signed with a key made by set-up, which no authority vouches for';
comment on column document.paper.status is 'issued, superseded (the register says something else now) or revoked';
comment on column document.paper.issued_by is 'Who had it made';
comment on column document.paper.request_key is 'Idempotency key of the request';
comment on column document.paper.asked is 'Digest of what was asked under that key';
comment on column document.paper.issued_at is 'When';
comment on column document.paper.superseded_at is 'Since when the register says something else';
comment on column document.paper.superseded_by is 'Dealing that made it so';
comment on column document.paper.revoked_at is 'When it was revoked';
create trigger paper_keep before update or delete on document.paper for each row execute function document.keep_paper();
alter table document.paper enable row level security;
create policy paper_scope on document.paper to diaba_app using (staging.in_scope(commune_code));
create policy paper_audit on document.paper for select to diaba_auditor using (true);
grant select, insert on document.paper to diaba_app;
grant select on document.paper to diaba_auditor;

create table document.paper_parcel (
  serial text not null references document.paper,
  ordinal int not null check (ordinal > 0),
  parcel_id uuid not null,
  version_no int not null,
  constraint paper_parcel_pkey primary key (serial, ordinal),
  constraint paper_parcel_version_fkey foreign key (parcel_id, version_no) references cadastre.parcel_version
);
comment on table document.paper_parcel is 'Parcels that a paper is about, in the version it shows';
comment on column document.paper_parcel.serial is 'Paper';
comment on column document.paper_parcel.ordinal is 'Order on the paper';
comment on column document.paper_parcel.parcel_id is 'Parcel';
comment on column document.paper_parcel.version_no is 'Version shown';
create index paper_parcel_parcel_idx on document.paper_parcel (parcel_id);
comment on index document.paper_parcel_parcel_idx is 'Papers of a parcel';
create trigger paper_parcel_stays before update or delete on document.paper_parcel for each row execute function cadastre.refuse_removal();
alter table document.paper_parcel enable row level security;
create policy paper_parcel_scope on document.paper_parcel to diaba_app using (serial in (select p.serial from document.paper p));
create policy paper_parcel_audit on document.paper_parcel for select to diaba_auditor using (true);
grant select, insert on document.paper_parcel to diaba_app;
grant select on document.paper_parcel to diaba_auditor;
