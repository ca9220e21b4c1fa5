import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';

/** What pg-boss 12.38.0 builds for itself in a schema called pgboss, without its transaction; server/jobs/schema.test.ts compares. */
const PGBOSS = readFileSync(new URL('./data/pgboss-46.sql', import.meta.url), 'utf8');

/**
 * The queue of imports. The schema of pg-boss belongs to the migrator like every other: the application uses it and cannot
 * alter it. A newer pg-boss needs a migration of its own.
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
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
