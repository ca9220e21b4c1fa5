import type { Knex } from 'knex';

/** A text of land-use codes joined by +, or '' where one of them is in no list: said in part, it would say something else. */
const published = (codes: string) => `case
        when ${codes} = any ((select cadastre.known_land_uses())::text[]) then ${codes}
        when string_to_array(${codes}, '+') <@ (select cadastre.known_land_uses()) then ${codes}
        else '' end`;

/**
 * What the public reads comes from closed lists or from text that was checked. Legacy tables have names of people in the
 * column of land use and in that of addresses, and what is registered is never edited: so it is decided where it is read.
 * Of an address the parts that are known for what they are may be read (server/domain/publication/public-address.ts); they stand
 * beside the register, and what has no row there is not published.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table cadastre.address_publication (
      commune_code char(5) not null,
      digest bytea not null check (length(digest) = 32),
      published text check (published <> ''),
      revision bigint not null default nextval('cadastre.derived_revision_seq'),
      constraint address_publication_pkey primary key (commune_code, digest)
    );
    comment on table cadastre.address_publication is 'Derived, rebuildable: what the public may read of each address in a commune. A migration that changes the rules empties it and marks every commune as stale';
    comment on column cadastre.address_publication.commune_code is 'Commune of today: which units an address may name depends on it';
    comment on column cadastre.address_publication.digest is 'SHA-256 of the registered address, UTF-8: the address itself is not repeated';
    comment on column cadastre.address_publication.published is 'Its public parts; null when there is none';
    comment on column cadastre.address_publication.revision is 'Revision';
    grant select, insert, update, delete on cadastre.address_publication to diaba_app;
    grant select on cadastre.address_publication to diaba_auditor, diaba_portal_owner;
    grant usage on sequence cadastre.derived_revision_seq to diaba_app;

    create function cadastre.known_land_uses() returns text[]
      language sql stable security definer set search_path = '' as $$
      select coalesce(array_agg(distinct code), '{}') from reference.land_use
    $$;
    comment on function cadastre.known_land_uses() is 'Every land-use code that a list has or had';
    revoke execute on function cadastre.known_land_uses() from public;
    grant execute on function cadastre.known_land_uses() to diaba_app, diaba_tiles, diaba_portal, diaba_portal_owner, diaba_auditor;

    -- No security barrier: it would keep the tiles from the spatial index. The role of the tiles can make no function, and
    -- what the view leaves out is text of one column, not rows.
    create view cadastre.tile_parcel as
      select v.parcel_id, v.sheet_id, v.parcel_no, v.parcel_code, v.status, ${published('v.land_use')} as land_use,
        v.area_m2, v.registered_at, v.ended_at, v.geom_3857, v.label_3857
      from cadastre.parcel_version v;
    comment on view cadastre.tile_parcel is 'What tiles may read of a parcel, land use by the lists only';
    revoke select on cadastre.parcel_version from diaba_tiles;
    revoke select (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, registered_at, ended_at, geom_3857, label_3857)
      on cadastre.parcel_version from diaba_tiles;
    grant select on cadastre.tile_parcel to diaba_tiles, diaba_app, diaba_auditor;

    create or replace view portal.parcel with (security_barrier = true) as
      select v.parcel_id, v.parcel_code, s.commune_code, c.name as commune_name, s.number as sheet_no, s.scale,
        s.unit_code, u.name as unit_name, u.valid_from as unit_valid_from, u.valid_to as unit_valid_to, v.parcel_no,
        ${published('v.land_use')} as land_use, v.area_m2, v.legal_area_m2, a.published as address,
        case when v.status = 'current' then 'current' else 'historic' end as state,
        v.registered_at, v.ended_at, s.srid, v.geom_legal, v.geom,
        public.st_transform(v.geom, 4326) as geom_4326, public.st_transform(v.label_3857, 4326) as label_4326
      from cadastre.parcel_version v
      join cadastre.sheet s using (sheet_id)
      join reference.administrative_unit c on c.code = s.commune_code and c.valid_from = s.commune_valid_from
      join reference.administrative_unit u on u.code = s.unit_code and u.valid_from = s.unit_valid_from
      left join cadastre.address_publication a on a.commune_code = s.commune_code and a.digest = sha256(convert_to(v.address, 'UTF8'))
      where v.status in ('current', 'historic');
    comment on view portal.parcel is 'Registered parcels, present and past, without any person: land use by the lists, of an address its public parts';

    create or replace view portal.sheet_parcel with (security_barrier = true) as
      select v.sheet_id, v.parcel_id, v.parcel_code, v.parcel_no, ${published('v.land_use')} as land_use,
        split_part(${published('v.land_use')}, '+', 1) as first_land_use,
        v.area_m2, v.legal_area_m2, a.published as address, v.registered_at, v.ended_at, v.geom_legal, v.geom, v.feature_point, v.label_3857
      from cadastre.parcel_version v
      left join cadastre.sheet s on s.sheet_id = v.sheet_id
      left join cadastre.address_publication a on a.commune_code = s.commune_code and a.digest = sha256(convert_to(v.address, 'UTF8'))
      where v.status in ('current', 'historic');
    comment on view portal.sheet_parcel is 'Registered parcels, present and past, by sheet: for sums and for files of a whole commune; land use and address as in portal.parcel';

    create view portal.address_revision with (security_barrier = true) as
      select commune_code, count(*) as addresses, max(revision) as revision from cadastre.address_publication group by commune_code;
    comment on view portal.address_revision is 'What changes when public addresses of a commune do';
    alter view portal.address_revision owner to diaba_portal_owner;
    grant select on portal.address_revision to diaba_portal, diaba_auditor;

    create or replace function portal.parcel_drawing(wanted uuid, until_moment timestamptz, at_most int)
      returns table (own boolean, parcel_no text, land_use text, srid int, frame double precision[], shape json)
      language sql stable security definer set search_path = public as $$
      with published as materialized (
        select array_agg(p.field) as fields from portal.publication_policy p where p.channel = 'lookup' and p.allowed),
      chosen as materialized (
        select v.parcel_id, v.geom_legal, st_srid(v.geom) as registry_srid, st_expand(v.geom_legal, m.margin) as frame, m.margin
        from cadastre.parcel_version v
        cross join lateral (select least(50, greatest(5, 0.3 * greatest(
          st_xmax(v.geom_legal) - st_xmin(v.geom_legal), st_ymax(v.geom_legal) - st_ymin(v.geom_legal)))) as margin) m
        where v.parcel_id = wanted and v.status <> 'pending' and (until_moment is null
          or (v.registered_at < until_moment and (v.ended_at is null or v.ended_at >= until_moment)))
          and (select p.fields @> '{*,id,state,geometryLegal}' from published p)
        order by v.registered_at desc limit 1),
      near as (
        select v.parcel_id, v.parcel_no, ${published('v.land_use')} as land_use, v.geom_legal
        from chosen c join cadastre.parcel_version v on v.geom && st_transform(c.frame, c.registry_srid)
        where v.parcel_id <> wanted and case when until_moment is null then v.status = 'current' else v.status <> 'pending'
          and v.registered_at < until_moment and (v.ended_at is null or v.ended_at >= until_moment) end),
      neighbour as (
        select n.parcel_no, n.land_use, l.legal, st_distance(l.legal, c.geom_legal) as distance_m
        from chosen c cross join near n
        cross join lateral (select case when st_srid(n.geom_legal) = st_srid(c.geom_legal) then n.geom_legal
          else st_transform(n.geom_legal, st_srid(c.geom_legal)) end as legal offset 0) l
        where st_intersects(l.legal, c.frame)
        order by distance_m, n.parcel_no, n.parcel_id limit at_most)
      select true, null, null, st_srid(c.geom_legal),
        array[st_xmin(c.frame), st_ymin(c.frame), st_xmax(c.frame), st_ymax(c.frame)], st_asgeojson(c.geom_legal, 4)::json
      from chosen c
      union all
      select * from (
        select false, case when p.fields @> '{no}' then n.parcel_no end, case when p.fields @> '{landUse}' then n.land_use end,
          null::int, null::double precision[],
          -- Clipped a little outside the frame, so that the cut itself is not drawn as a boundary.
          st_asgeojson(st_clipbybox2d(n.legal, st_expand(c.frame, 0.05 * c.margin)), 4)::json
        from neighbour n cross join chosen c cross join published p order by n.distance_m, n.parcel_no) nearest
    $$;
    comment on function portal.parcel_drawing(uuid, timestamptz, int) is 'One parcel (latest state, or as of an instant) and the nearest parcels current then, in the system of its sheet, for a drawing; nothing where the policy does not publish the legal boundary. Land use by the lists only';

    -- What was derived by the older rules, and tiles that somebody keeps: gone at once, made anew within minutes.
    update cadastre.sheet_outline set land_use = null, revision = nextval('cadastre.derived_revision_seq')
      where land_use <> all (cadastre.known_land_uses());
    delete from cadastre.place;
    insert into cadastre.stale_mark (sheet_id) select s.sheet_id from cadastre.sheet s;
    insert into cadastre.stale_mark (commune_code) select distinct s.commune_code from cadastre.sheet s;
    update cadastre.tile_revision set revision = nextval('cadastre.tile_revision_seq');

    -- Codes of land use as a file wrote them stand in the record itself; a finding keeps those of the lists.
    update staging.finding set detail = detail - 'landUse'
      where detail -> 'landUse' is not null and detail ->> 'landUse' <> all (cadastre.known_land_uses());
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
