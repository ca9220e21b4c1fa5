import type { Knex } from 'knex';

/**
 * What the question box asks beside the views. A condition with a geometry operator is not handed through a
 * security_barrier view, since such operators could tell rows apart that the view hides (they are not leakproof), so a
 * point would be compared with every parcel there is. Functions that run as the owner of those views, who may read
 * nothing with a person in it, use the index instead; they give away ids only, and the rows come through the view.
 */
export async function up(knex: Knex): Promise<void> {
  const row = await knex('reference.registry_state').where({ name: 'registry_srid' }).first<{ value: string }>('value');
  const srid = Number(row?.value);
  if (!Number.isInteger(srid)) throw new Error('reference.registry_state has no registry_srid');
  await knex.raw(`
    create view portal.commune_successor with (security_barrier = true) as
      select old_code, old_valid_from, new_code, new_valid_from from reference.administrative_unit_successor;
    comment on view portal.commune_successor is 'Which unit took over which at a reform, each with its first day';

    create function portal.parcels_at(of_srid int, x float8, y float8, before timestamptz) returns setof uuid
      language sql stable security definer rows 2 set search_path = '' as $$
      select v.parcel_id from cadastre.parcel_version v
      where public.st_intersects(v.geom,
          public.st_transform(public.st_setsrid(public.st_point(x, y), of_srid), ${srid}))
        and case when before is null then v.status = 'current'
          else v.status <> 'pending' and v.registered_at < before and (v.ended_at is null or v.ended_at >= before) end
    $$;
    comment on function portal.parcels_at(int, float8, float8, timestamptz) is 'Registered parcels that contain or touch a point: east and north, or longitude and latitude; now, or just before an instant';

    create function portal.communes_at(lon float8, lat float8) returns table (code text, name text, exact boolean)
      language sql stable security definer rows 3 set search_path = '' as $$
      select u.code::text, u.name, e.boundary is not null
      from reference.administrative_unit u join reference.administrative_unit_extent e using (code, valid_from)
      where u.valid_to is null and lon between e.min_lon and e.max_lon and lat between e.min_lat and e.max_lat
        and (e.boundary is null
          or public.st_intersects(e.boundary, public.st_setsrid(public.st_point(lon, lat), 4326)))
      order by u.code
    $$;
    comment on function portal.communes_at(float8, float8) is 'Units of today at a place: exact by their boundary where one is known, else every one in whose box it lies';

    alter view portal.commune_successor owner to diaba_portal_owner;
    alter function portal.parcels_at(int, float8, float8, timestamptz) owner to diaba_portal_owner;
    alter function portal.communes_at(float8, float8) owner to diaba_portal_owner;
    grant select on portal.commune_successor to diaba_portal, diaba_auditor;
    revoke execute on function portal.parcels_at(int, float8, float8, timestamptz), portal.communes_at(float8, float8) from public;
    grant execute on function portal.parcels_at(int, float8, float8, timestamptz), portal.communes_at(float8, float8) to diaba_portal;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
