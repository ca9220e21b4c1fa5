import type { Knex } from 'knex';

/**
 * The history of a batch is its rows of the audit log. They hold ids, codes and counts only, so the reasons that people
 * gave stay where they are, and the two are tied by the transaction that wrote both.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index entry_batch_idx on audit.entry (lower(coalesce(body ->> 'batchId', subject_id)), seq)
      where subject_kind in ('batch', 'dealing') and action like 'batch.%';
    comment on index audit.entry_batch_idx is 'What happened to one batch, in order';

    alter table staging.correction_step add column xid xid8 not null default pg_current_xact_id();
    alter table staging.exclusion_step add column xid xid8 not null default pg_current_xact_id();
    comment on column staging.correction_step.xid is 'Transaction, the same as that of its row in audit.entry';
    comment on column staging.exclusion_step.xid is 'Transaction, the same as that of its row in audit.entry';
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
