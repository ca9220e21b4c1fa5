import type { Knex } from 'knex';

/** What a sender said of a file beside its options, and what the file turned out to be. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table staging.upload
      add column metadata text not null default '',
      add column again boolean not null default false,
      add column batch_found text,
      add constraint upload_metadata_length check (length(metadata) <= 16384),
      add constraint upload_found check (batch_found is null or status = 'received');
    comment on column staging.upload.metadata is 'Upload-Metadata as it was given: HEAD says it again';
    comment on column staging.upload.again is 'Whether a further batch is opened where the last one of this file was refused, rejected or taken back';
    comment on column staging.upload.batch_found is 'State of the batch when the file turned out to be there already; null for a new batch';
    grant update (batch_found) on staging.upload to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
