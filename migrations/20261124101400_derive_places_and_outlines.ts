import type { Knex } from 'knex';

/**
 * What is computed from the register and can be thrown away and computed again (server/db/register/derived.ts does it): outlines
 * of sheets and communes, places named in addresses, where a label stands, the drawing of one parcel. Nothing here is
 * the register's truth. What must be computed anew is a mark, written by the same statement that changed the parcels:
 * once per statement, not per row, and never waiting for another (marks are only added by it).
 *
 * A security_barrier view does not pass `&&` or `like` down to an index (the operators are not leakproof), so what looks
 * for neighbours and places is a definer function of the portal's owner, who can read no person.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table cadastre.stale_mark (
      mark_id bigint generated always as identity primary key,
      sheet_id uuid,
      commune_code char(5),
      constraint stale_mark_one check (num_nonnulls(sheet_id, commune_code) = 1)
    );
    comment on table cadastre.stale_mark is 'Sheets whose outline, and communes whose places, are older than their parcels; a mark goes with the refresh';
    comment on column cadastre.stale_mark.mark_id is 'Order';
    comment on column cadastre.stale_mark.sheet_id is 'Sheet to outline anew';
    comment on column cadastre.stale_mark.commune_code is 'Commune whose places to collect anew';

    create sequence cadastre.derived_revision_seq;
    comment on sequence cadastre.derived_revision_seq is 'Revisions of derived rows';

    create table cadastre.sheet_outline (
      sheet_id uuid primary key references cadastre.sheet,
      commune_code char(5) not null,
      number text not null,
      scale int,
      unit_name text not null,
      land_use text,
      parcels int not null check (parcels > 0),
      area_m2 numeric not null,
      first_registered_at timestamptz not null,
      method text not null check (method in ('union', 'hull')),
      geom_3857 geometry(MultiPolygon, 3857) not null,
      revision bigint not null,
      refreshed_at timestamptz not null default now()
    );
    comment on table cadastre.sheet_outline is 'Derived, rebuildable: where the current parcels of a sheet lie, gaps up to some 15 m closed, simplified to 0.5 m. For display only';
    comment on column cadastre.sheet_outline.sheet_id is 'Sheet';
    comment on column cadastre.sheet_outline.commune_code is 'Commune it belongs to today';
    comment on column cadastre.sheet_outline.number is 'Sheet number';
    comment on column cadastre.sheet_outline.scale is 'Scale denominator; null when unknown';
    comment on column cadastre.sheet_outline.unit_name is 'Name of the unit the sheet was numbered in';
    comment on column cadastre.sheet_outline.land_use is 'First land-use code that covers most of it by area; null when no parcel has one';
    comment on column cadastre.sheet_outline.parcels is 'Number of current parcels';
    comment on column cadastre.sheet_outline.area_m2 is 'Sum of their areas, m²';
    comment on column cadastre.sheet_outline.first_registered_at is 'First registration among them and their predecessors on the sheet';
    comment on column cadastre.sheet_outline.method is 'union of the parcels; hull (convex) where the union failed or took too long';
    comment on column cadastre.sheet_outline.geom_3857 is 'Outline, Web Mercator';
    comment on column cadastre.sheet_outline.revision is 'Revision';
    comment on column cadastre.sheet_outline.refreshed_at is 'When it was computed';
    create index sheet_outline_geom_3857_idx on cadastre.sheet_outline using gist (geom_3857);

    create table cadastre.commune_outline (
      code char(5) not null,
      valid_from date not null,
      valid_to date,
      name text not null,
      geom_3857 geometry(MultiPolygon, 3857) not null,
      overview_3857 geometry(MultiPolygon, 3857) not null,
      label_3857 geometry(Point, 3857) not null,
      boundary_recorded_at timestamptz not null,
      revision bigint not null,
      constraint commune_outline_pkey primary key (code, valid_from)
    );
    comment on table cadastre.commune_outline is 'Derived, rebuildable: boundaries of communes (reference.administrative_unit_extent) for tiles. For display only';
    comment on column cadastre.commune_outline.code is 'Unit';
    comment on column cadastre.commune_outline.valid_from is 'First day of the unit';
    comment on column cadastre.commune_outline.valid_to is 'First day no longer; null while it exists';
    comment on column cadastre.commune_outline.name is 'Name';
    comment on column cadastre.commune_outline.geom_3857 is 'Boundary simplified to 1 m, Web Mercator';
    comment on column cadastre.commune_outline.overview_3857 is 'Boundary simplified to 60 m, Web Mercator: zoom 9 and farther';
    comment on column cadastre.commune_outline.label_3857 is 'Where its name goes: the point farthest from the boundary of its largest part';
    comment on column cadastre.commune_outline.boundary_recorded_at is 'When the boundary it was made from was recorded';
    comment on column cadastre.commune_outline.revision is 'Revision';
    create index commune_outline_geom_3857_idx on cadastre.commune_outline using gist (geom_3857);

    create table cadastre.place (
      commune_code char(5) not null,
      name text not null check (length(name) between 1 and 60),
      key text not null,
      parcels int not null check (parcels > 0),
      commune_valid_from date not null,
      first_registered_at timestamptz not null,
      point_3857 geometry(Point, 3857) not null,
      lon double precision not null,
      lat double precision not null,
      min_lon double precision not null,
      min_lat double precision not null,
      max_lon double precision not null,
      max_lat double precision not null,
      revision bigint not null,
      constraint place_pkey primary key (commune_code, name)
    );
    comment on table cadastre.place is 'Derived, rebuildable: hamlets, streets and fields that addresses of current parcels name; no house number and no person';
    comment on column cadastre.place.commune_code is 'Commune today';
    comment on column cadastre.place.name is 'Name with its kind, as most addresses write it';
    comment on column cadastre.place.key is 'Name without case and diacritics, for look-up';
    comment on column cadastre.place.parcels is 'Number of current parcels whose address names it';
    comment on column cadastre.place.commune_valid_from is 'First day of that commune';
    comment on column cadastre.place.first_registered_at is 'First registration among those parcels';
    comment on column cadastre.place.point_3857 is 'Median of the label points of those parcels, Web Mercator';
    comment on column cadastre.place.lon is 'The same, degrees east';
    comment on column cadastre.place.lat is 'The same, degrees north';
    comment on column cadastre.place.min_lon is 'West edge of those parcels, the outermost 5 % left out, degrees';
    comment on column cadastre.place.min_lat is 'South edge, degrees';
    comment on column cadastre.place.max_lon is 'East edge, degrees';
    comment on column cadastre.place.max_lat is 'North edge, degrees';
    comment on column cadastre.place.revision is 'Revision';
    create index place_key_idx on cadastre.place using gin (key public.gin_trgm_ops);
    comment on index cadastre.place_key_idx is 'Look-up by part of a name';
    create index place_point_3857_idx on cadastre.place using gist (point_3857);

    create function cadastre.mark_stale() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      insert into cadastre.stale_mark (sheet_id, commune_code)
      with touched as materialized (select distinct n.sheet_id from new_rows n where n.status <> 'pending')
      select t.sheet_id, null from touched t
      union all
      (select distinct null::uuid, s.commune_code from touched t join cadastre.sheet s using (sheet_id));
      return null;
    end $$;
    comment on function cadastre.mark_stale() is 'Marks what is derived from the parcels of a statement';
    create trigger parcel_version_mark_stale_insert after insert on cadastre.parcel_version
      referencing new table as new_rows for each statement execute function cadastre.mark_stale();
    create trigger parcel_version_mark_stale_update after update on cadastre.parcel_version
      referencing new table as new_rows for each statement execute function cadastre.mark_stale();
    -- What was registered before this migration.
    insert into cadastre.stale_mark (sheet_id) select s.sheet_id from cadastre.sheet s;
    insert into cadastre.stale_mark (commune_code) select distinct s.commune_code from cadastre.sheet s;

    create function cadastre.outline_revision_at(z int, x int, y int, on_day date) returns text
      language sql stable set search_path = public as $$
      with tile as (select st_tileenvelope(z, x, y, margin => 0.015625) as box)
      select concat_ws('-',
        (select count(*) || '.' || coalesce(sum(o.revision), 0) from tile t join cadastre.commune_outline o on o.geom_3857 && t.box
         where o.valid_from <= on_day and (o.valid_to is null or on_day < o.valid_to)),
        case when z >= 11 then (select count(*) || '.' || coalesce(sum(o.revision), 0) from tile t join cadastre.sheet_outline o on o.geom_3857 && t.box) end,
        case when z >= 13 then (select count(*) || '.' || coalesce(sum(p.revision), 0) from tile t join cadastre.place p on p.point_3857 && t.box) end)
    $$;
    comment on function cadastre.outline_revision_at(int, int, int, date) is 'Revision of the outlines a tile shows on a day; a refreshed row has a new, higher revision, so number and sum change with any of them';

    create function cadastre.label_point(geom geometry, pole geometry) returns geometry language plpgsql immutable parallel safe as $$
    declare
      centre geometry := public.st_centroid(geom);
      edge geometry := public.st_boundary(geom);
    begin
      if public.st_distance(centre, edge) >= 0.7 * public.st_distance(pole, edge) and public.st_intersects(geom, centre) then
        return centre;
      end if;
      return pole;
    end $$;
    comment on function cadastre.label_point(geometry, geometry) is 'Where the number of a parcel is written: its centroid if that lies inside with at least 0.7 of the room that the pole of inaccessibility has, else the pole. In a long strip the pole is anywhere along its middle';
    comment on column cadastre.parcel_version.label_3857 is 'Where its number is written, in Web Mercator: cadastre.label_point';

    create view portal.place with (security_barrier = true) as
      select p.commune_code, c.name as commune_name, p.name, p.key, p.parcels, p.lon, p.lat, p.min_lon, p.min_lat, p.max_lon, p.max_lat
      from cadastre.place p
      join reference.administrative_unit c on c.code = p.commune_code and c.valid_from = p.commune_valid_from
      where exists (select from portal.publication_policy o where o.channel = 'lookup' and o.field = '*' and o.allowed)
        -- The middle of a place is that of its parcels, of which there may be one.
        and (select count(*) from portal.publication_policy o where o.channel = 'lookup' and o.field in ('address', 'geometry') and o.allowed) = 2;
    comment on view portal.place is 'Hamlets, streets and fields named in addresses; none where the policy does not publish addresses and boundaries';
    alter view portal.place owner to diaba_portal_owner;

    create function portal.parcel_drawing(wanted uuid, until_moment timestamptz, at_most int)
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
        select v.parcel_id, v.parcel_no, v.land_use, v.geom_legal
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
    comment on function portal.parcel_drawing(uuid, timestamptz, int) is 'One parcel (latest state, or as of an instant) and the nearest parcels current then, in the system of its sheet, for a drawing; nothing where the policy does not publish the legal boundary';
    alter function portal.parcel_drawing(uuid, timestamptz, int) owner to diaba_portal_owner;

    grant usage on sequence cadastre.derived_revision_seq to diaba_app;
    grant select, delete on cadastre.stale_mark to diaba_app;
    grant select, insert, update, delete on cadastre.sheet_outline, cadastre.commune_outline, cadastre.place to diaba_app;
    grant select on cadastre.stale_mark, cadastre.sheet_outline, cadastre.commune_outline, cadastre.place to diaba_auditor;
    grant select on cadastre.place, cadastre.sheet_outline to diaba_portal_owner;
    grant select on portal.place to diaba_portal, diaba_auditor;
    grant select on cadastre.sheet_outline, cadastre.commune_outline, cadastre.place to diaba_tiles;
    grant execute on function cadastre.label_point(geometry, geometry) to diaba_app;
    grant execute on function cadastre.outline_revision_at(int, int, int, date) to diaba_tiles;
    grant execute on function portal.parcel_drawing(uuid, timestamptz, int) to diaba_portal;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
