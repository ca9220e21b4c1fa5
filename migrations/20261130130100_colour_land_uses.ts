import type { Knex } from 'knex';

/**
 * Codes of former rules that correspond to no present one for certain were white on every map. Each gets the colour of
 * the present code nearest in meaning; `legacy_of`, by which a code may be proposed, stays empty.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    update reference.land_use l set fill = present.fill
    from (values
        ('1L', 'LUK'),
        ('2L', 'LUC'),
        ('AO', 'NTS'),
        ('COC', 'HNK'),
        ('DDL', 'DDD'),
        ('DDT', 'DDD'),
        ('DSH', 'DVH'),
        ('DTS', 'DSK'),
        ('SKT', 'SKK'),
        ('SKX', 'SKS'),
        ('T', 'ONT'),
        ('TQ', 'ONT'),
        ('TSK', 'TSC'),
        ('TTN', 'TON'),
        ('TTT', 'ONT'),
        ('TV', 'ONT'),
        ('V', 'CLN')) nearest (code, present_code)
    join reference.land_use present on present.code = nearest.present_code and not present.legacy
    where l.code = nearest.code and l.legacy and l.legacy_of is null;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
