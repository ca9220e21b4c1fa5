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

    -- Only one transformation, whatever the system: PROJ needs some 10 ms to begin with each, in every connection.
    create function portal.parcels_at(of_srid int, x float8, y float8, lon float8, lat float8, before timestamptz) returns setof uuid
      language sql stable security definer rows 2 set search_path = '' as $$
      select v.parcel_id from cadastre.parcel_version v
      where public.st_intersects(v.geom, case when of_srid = ${srid} then public.st_setsrid(public.st_point(x, y), ${srid})
          else public.st_transform(public.st_setsrid(public.st_point(lon, lat), 4326), ${srid}) end)
        and case when before is null then v.status = 'current'
          else v.status <> 'pending' and v.registered_at < before and (v.ended_at is null or v.ended_at >= before) end
    $$;
    comment on function portal.parcels_at(int, float8, float8, float8, float8, timestamptz) is 'Registered parcels that contain or touch a point, given in its own system (east, north) and in degrees; now, or just before an instant';

    create function portal.communes_at(lons float8[], lats float8[]) returns table (at int, code text, name text, exact boolean)
      language sql stable security definer rows 10 set search_path = '' as $$
      select p.i::int, u.code::text, u.name, e.boundary is not null
      from unnest(lons, lats) with ordinality as p(lon, lat, i)
      join reference.administrative_unit_extent e
        on p.lon between e.min_lon and e.max_lon and p.lat between e.min_lat and e.max_lat
      join reference.administrative_unit u on u.code = e.code and u.valid_from = e.valid_from
      where u.valid_to is null and (e.boundary is null
        or public.st_intersects(e.boundary, public.st_setsrid(public.st_point(p.lon, p.lat), 4326)))
      order by 1, 2
    $$;
    comment on function portal.communes_at(float8[], float8[]) is 'Units of today at each of some places (counted from 1): exact by their boundary where one is known, else every one in whose box it lies';

    -- execute, since a plan that does not know the pattern cannot tell what the trigram index is worth and never uses it.
    create function portal.places_named(wanted text, communes char(5)[], nearly boolean, at_most int) returns setof portal.place
      language plpgsql stable security definer rows 20 set search_path = public as $$
    begin
      return query execute format('
        with found as materialized (
          select p.commune_code, p.name, p.key, p.parcels from cadastre.place p
          where %s and ($2 is null or p.commune_code = any ($2))
          order by p.key = $1 desc, right(p.key, length($1) + 1) = '' '' || $1 desc, %s p.parcels desc, p.commune_code, p.name
          limit $3)
        select v.* from (select f.*, row_number() over () as rank from found f) f cross join lateral (
          select * from portal.place v where v.commune_code = f.commune_code and v.name = f.name) v order by f.rank',
        case when nearly then '$1 <% p.key' else 'p.key like $4' end,
        case when nearly then 'word_similarity($1, p.key) desc,' else '' end)
        using wanted, communes, at_most, '%' || regexp_replace(wanted, '([\\\\%_])', '\\\\\\1', 'g') || '%';
    end $$;
    comment on function portal.places_named(text, char[], boolean, int) is 'Places whose key holds the wanted key, or is nearly like a part of it; best first, in some communes or (null) all';

    alter view portal.commune_successor owner to diaba_portal_owner;
    alter function portal.parcels_at(int, float8, float8, float8, float8, timestamptz) owner to diaba_portal_owner;
    alter function portal.communes_at(float8[], float8[]) owner to diaba_portal_owner;
    alter function portal.places_named(text, char[], boolean, int) owner to diaba_portal_owner;
    grant select on portal.commune_successor to diaba_portal, diaba_auditor;
    revoke execute on function portal.parcels_at(int, float8, float8, float8, float8, timestamptz), portal.communes_at(float8[], float8[]),
      portal.places_named(text, char[], boolean, int) from public;
    grant execute on function portal.parcels_at(int, float8, float8, float8, float8, timestamptz), portal.communes_at(float8[], float8[]),
      portal.places_named(text, char[], boolean, int) to diaba_portal;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
