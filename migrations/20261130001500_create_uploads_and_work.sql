-- Uploads on their way, and the lease under which one worker at a time moves a batch.

create table staging.upload (
  upload_id uuid primary key,
  created_by text not null check (created_by <> ''),
  commune_code char(5),
  source_name text not null check (length(source_name) between 1 and 200),
  options jsonb not null,
  sha256 bytea check (octet_length(sha256) = 32),
  byte_length bigint check (byte_length >= 0),
  reserved_bytes bigint not null check (reserved_bytes >= 0),
  status text not null default 'open' check (status in ('open', 'received', 'refused', 'expired', 'ended')),
  batch_id uuid references staging.batch,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  metadata text not null default '',
  again boolean not null default false,
  batch_found text,
  constraint upload_received check ((status = 'received') = (batch_id is not null)),
  constraint upload_ended check ((status = 'open') = (ended_at is null)),
  constraint upload_metadata_length check (length(metadata) <= 16384),
  constraint upload_found check (batch_found is null or status = 'received')
);
comment on table staging.upload is 'A file on its way in, of one sender; its bytes lie in the upload folder until they are whole';
comment on column staging.upload.upload_id is 'Id in its address';
comment on column staging.upload.created_by is 'Actor; nobody else may see or continue it';
comment on column staging.upload.commune_code is 'Commune of today; null for boundaries of many';
comment on column staging.upload.source_name is 'Name of the file: a label';
comment on column staging.upload.options is 'Options of the import';
comment on column staging.upload.sha256 is 'Digest the sender announced; null where none';
comment on column staging.upload.byte_length is 'Length; null until the sender knows it';
comment on column staging.upload.reserved_bytes is 'Room kept for it: nothing before its first byte, its length (or the most it may have) while bytes come in, then what came';
comment on column staging.upload.status is 'open; received as a batch; refused for its digest; expired; ended by its sender';
comment on column staging.upload.batch_id is 'Batch it became';
comment on column staging.upload.created_at is 'When it began';
comment on column staging.upload.expires_at is 'Unless whole by then it is dropped; before its first byte that is soon';
comment on column staging.upload.ended_at is 'When it was no longer open';
comment on column staging.upload.metadata is 'Upload-Metadata as it was given: HEAD says it again';
comment on column staging.upload.again is 'Whether a further batch is opened where the last one of this file was refused, rejected or taken back';
comment on column staging.upload.batch_found is 'State of the batch when the file turned out to be there already; null for a new batch';
create index upload_open_idx on staging.upload (expires_at) where status = 'open';
create index upload_sender_idx on staging.upload (created_by) where status = 'open';
alter table staging.upload enable row level security;
create policy upload_own on staging.upload to diaba_app using (created_by = (select current_setting('diaba.actor', true)));
create policy upload_audit on staging.upload for select to diaba_auditor using (true);
grant select, insert on staging.upload to diaba_app;
grant select on staging.upload to diaba_auditor;
grant update (byte_length, reserved_bytes, status, batch_id, expires_at, ended_at, batch_found) on staging.upload to diaba_app;

create table staging.batch_work (
  batch_id uuid primary key references staging.batch,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  attempts int not null default 0 check (attempts >= 0),
  locked_by text,
  locked_until timestamptz,
  stage text,
  records_done int not null default 0 check (records_done >= 0),
  records_total int not null default 0 check (records_total >= 0),
  last_error text,
  queued_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint batch_work_lease check ((state = 'running') = (locked_by is not null and locked_until is not null))
);
comment on table staging.batch_work is 'The work on a batch: who does it now, until when that holds, how far it is. Beside the batch, so that a heartbeat is no change of it';
comment on column staging.batch_work.batch_id is 'Batch';
comment on column staging.batch_work.state is 'queued, running, done; failed: tried too often, waits for somebody';
comment on column staging.batch_work.attempts is 'How often a worker has begun it';
comment on column staging.batch_work.locked_by is 'Run that holds the lease; also the name of its database connections';
comment on column staging.batch_work.locked_until is 'Without another heartbeat the lease ends then';
comment on column staging.batch_work.stage is 'Stage of the pipeline it is in';
comment on column staging.batch_work.records_done is 'Records done in this stage';
comment on column staging.batch_work.records_total is 'Records of this stage; 0 where nobody counts';
comment on column staging.batch_work.last_error is 'Code of what stopped the last attempt (server/domain/batch/work-error.ts)';
comment on column staging.batch_work.queued_at is 'When it was last queued';
comment on column staging.batch_work.changed_at is 'When state or progress last changed';
create trigger batch_work_tell after insert or update of state, stage, records_done on staging.batch_work
  for each row execute function staging.tell_batch();
alter table staging.batch_work enable row level security;
create policy batch_work_scope on staging.batch_work to diaba_app using (batch_id in (select batch_id from staging.batch));
create policy batch_work_audit on staging.batch_work for select to diaba_auditor using (true);
grant select, insert, update on staging.batch_work to diaba_app;
grant select on staging.batch_work to diaba_auditor;
