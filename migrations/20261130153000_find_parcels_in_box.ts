import type { Knex } from 'knex';

/**
 * Parcels in a box, for the list of the portal; a box may be a point, so it is made 0.1 mm wider on each side. A condition with a geometry operator is not handed through a
 * security_barrier view to the index, so a function that runs as the owner of the views finds the ids; rows come through the view.
 */
export async function up(knex: Knex): Promise<void> {
  const row = await knex('reference.registry_state').where({ name: 'registry_srid' }).first<{ value: string }>('value');
  const srid = Number(row?.value);
  if (!Number.isInteger(srid)) throw new Error('reference.registry_state has no registry_srid');
  await knex.raw(`
    create function portal.parcels_in(west float8, south float8, east float8, north float8) returns setof uuid
      language sql stable security definer rows 500 set search_path = '' as $$
      select v.parcel_id from cadastre.parcel_version v
      where v.status <> 'pending' and public.st_intersects(v.geom,
        public.st_transform(public.st_segmentize(public.st_makeenvelope(west - 1e-9, south - 1e-9, east + 1e-9, north + 1e-9, 4326), 0.01), ${srid}))
    $$;
    comment on function portal.parcels_in(float8, float8, float8, float8) is 'Parcels that ever had land in a box (degrees): which of them count on a day, the view says';
    alter function portal.parcels_in(float8, float8, float8, float8) owner to diaba_portal_owner;
    revoke execute on function portal.parcels_in(float8, float8, float8, float8) from public;
    grant execute on function portal.parcels_in(float8, float8, float8, float8) to diaba_portal;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
