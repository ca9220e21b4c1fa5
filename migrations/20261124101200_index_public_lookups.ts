import type { Knex } from 'knex';

/**
 * An index for the freshness of the data (60 ms without, 0.1 ms with, at 200,000 parcels). By sheet and number, and by code,
 * the unique indexes serve the portal too.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index cadastre.parcel_version_registered_at_idx;
    create index parcel_version_registered_at_idx on cadastre.parcel_version (registered_at);
    comment on index cadastre.parcel_version_registered_at_idx is 'Last registration; changes since a moment';
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
