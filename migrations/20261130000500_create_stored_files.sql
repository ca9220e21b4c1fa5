-- The store of files: every source file, scan and paper is known by the digest of its bytes.

create table document.stored_file (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  byte_length bigint not null check (byte_length >= 0),
  media_type text not null,
  stored_at timestamptz not null default now()
);
comment on table document.stored_file is 'Source files in the store, by the SHA-256 of their bytes';
comment on column document.stored_file.sha256 is 'Digest of the bytes as received';
comment on column document.stored_file.byte_length is 'Length in bytes';
comment on column document.stored_file.media_type is 'Media type by content';
comment on column document.stored_file.stored_at is 'When it was stored';
grant select, insert on document.stored_file to diaba_app;
grant select on document.stored_file to diaba_auditor;
