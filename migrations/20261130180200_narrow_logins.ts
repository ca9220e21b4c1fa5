import type { Knex } from 'knex';

/**
 * The registry's system of coordinates is fixed by the first migration, since every geometry is in it: no login changes it,
 * whatever it may do to other facts of the registry.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create function reference.keep_registry_srid() returns trigger language plpgsql set search_path = '' as $$
    begin
      raise exception 'the registry''s system of coordinates is fixed' using errcode = '42501';
    end $$;
    comment on function reference.keep_registry_srid() is 'Refuses a change of registry_srid: every geometry is in it';
    create trigger registry_state_keep_srid before update or delete on reference.registry_state
      for each row when (old.name = 'registry_srid') execute function reference.keep_registry_srid();
    create trigger registry_state_refuse_truncate before truncate on reference.registry_state
      for each statement execute function reference.keep_registry_srid();
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
