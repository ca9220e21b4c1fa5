import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';

/** What pg-boss 12.38.0 builds for itself in a schema called pgboss, without its transaction; server/jobs/schema.test.ts compares. */
const PGBOSS = readFileSync(new URL('./data/pgboss-46.sql', import.meta.url), 'utf8');

/**
 * Uploads on their way, the queue of imports, and the lease under which one worker at a time moves a batch. The schema of
 * pg-boss belongs to the migrator like every other: the application uses it and cannot alter it. A newer pg-boss needs a
 * migration of its own.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(PGBOSS.replaceAll('?', '\\?'));
  await knex.raw(`
    comment on schema pgboss is 'Queue of jobs (pg-boss, schema version 46); holds ids, never a person';
    grant usage on schema pgboss to diaba_app;
    grant select, insert, update, delete on all tables in schema pgboss to diaba_app;
    -- The version says what the migrator built, and queues are made here: neither is the application's to change. The
    -- same row holds when which process last looked after the queue.
    revoke insert, update, delete on pgboss.version from diaba_app;
    grant update (cron_on, bam_on, flow_on, reindex_on, monitor_backoff_on) on pgboss.version to diaba_app;
    grant execute on all functions in schema pgboss to diaba_app;
    revoke all on function pgboss.create_queue(text, jsonb), pgboss.delete_queue(text) from public, diaba_app;
    -- A job outlives any standstill of the workers: what was received waits until it is read (retention ten years). How
    -- often a batch is tried is counted with its lease, not here.
    select pgboss.create_queue('import', '{"policy": "standard", "retryLimit": 1000, "retryDelay": 2, "retryBackoff": true,
      "retryDelayMax": 120, "expireInSeconds": 43200, "heartbeatSeconds": 30, "retentionSeconds": 315360000}');

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
    alter table staging.batch_work enable row level security;
    create policy batch_work_scope on staging.batch_work to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy batch_work_audit on staging.batch_work for select to diaba_auditor using (true);
    grant select, insert, update on staging.batch_work to diaba_app;
    grant select on staging.batch_work to diaba_auditor;

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
      constraint upload_received check ((status = 'received') = (batch_id is not null)),
      constraint upload_ended check ((status = 'open') = (ended_at is null))
    );
    comment on table staging.upload is 'A file on its way in, of one sender; its bytes lie in the upload folder until they are whole';
    comment on column staging.upload.upload_id is 'Id in its address';
    comment on column staging.upload.created_by is 'Actor; nobody else may see or continue it';
    comment on column staging.upload.commune_code is 'Commune of today; null for boundaries of many';
    comment on column staging.upload.source_name is 'Name of the file: a label';
    comment on column staging.upload.options is 'Options of the import';
    comment on column staging.upload.sha256 is 'Digest the sender announced; null where none';
    comment on column staging.upload.byte_length is 'Length; null until the sender knows it';
    comment on column staging.upload.reserved_bytes is 'Room kept for it: its length, or the most it may have';
    comment on column staging.upload.status is 'open; received as a batch; refused for its digest; expired; ended by its sender';
    comment on column staging.upload.batch_id is 'Batch it became';
    comment on column staging.upload.created_at is 'When it began';
    comment on column staging.upload.expires_at is 'Unless whole by then it is dropped';
    comment on column staging.upload.ended_at is 'When it was no longer open';
    create index upload_open_idx on staging.upload (expires_at) where status = 'open';
    create index upload_sender_idx on staging.upload (created_by) where status = 'open';
    alter table staging.upload enable row level security;
    create policy upload_own on staging.upload to diaba_app using (created_by = (select current_setting('diaba.actor', true)));
    create policy upload_audit on staging.upload for select to diaba_auditor using (true);
    grant select, insert, update (byte_length, reserved_bytes, status, batch_id, expires_at, ended_at) on staging.upload to diaba_app;
    grant select on staging.upload to diaba_auditor;

    create function staging.expire_uploads() returns integer language plpgsql security definer set search_path = '' as $$
    declare
      expired integer;
    begin
      delete from staging.upload where ended_at < clock_timestamp() - interval '30 days';
      update staging.upload set status = 'expired', ended_at = clock_timestamp() where status = 'open' and expires_at < clock_timestamp();
      get diagnostics expired = row_count;
      return expired;
    end $$;
    comment on function staging.expire_uploads() is 'Ends uploads whose time is up and forgets those that ended long ago; how many were ended';

    create function staging.open_uploads() returns table (upload_id uuid, reserved_bytes bigint)
      language sql stable security definer set search_path = '' as $$
      select u.upload_id, u.reserved_bytes from staging.upload u where u.status = 'open'
    $$;
    comment on function staging.open_uploads() is 'Ids and room of all uploads on their way, whoever sends them: for sweeping and for the room on the disk';
    grant execute on function staging.expire_uploads(), staging.open_uploads() to diaba_app;

    create function staging.tell_batch() returns trigger language plpgsql set search_path = '' as $$
    begin
      perform pg_catalog.pg_notify('diaba_batch', new.batch_id::text);
      return null;
    end $$;
    comment on function staging.tell_batch() is 'Tells listeners which batch moved; what became of it they read themselves';
    create trigger batch_tell after insert or update of status on staging.batch for each row execute function staging.tell_batch();
    create trigger batch_work_tell after insert or update of state, stage, records_done on staging.batch_work
      for each row execute function staging.tell_batch();

    create function session.tell_ended() returns trigger language plpgsql set search_path = '' as $$
    begin
      perform pg_catalog.pg_notify('diaba_session', '');
      return null;
    end $$;
    comment on function session.tell_ended() is 'Tells listeners that some session ended, not whose: open streams ask for their own';
    create trigger ended_tell after insert or update on session.ended for each statement execute function session.tell_ended();
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
