import type { Knex } from 'knex';

/** Names of places are looked up under a wider key (Ð is Đ, Mĩ is Mỹ), which those collected before do not have yet. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('insert into cadastre.stale_mark (commune_code) select distinct s.commune_code from cadastre.sheet s');
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
