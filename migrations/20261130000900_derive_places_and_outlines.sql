-- What is computed from the register and can be thrown away and computed again (server/db/register/derived.ts does it): outlines
-- of sheets and communes, places named in addresses, what the public may read of an address. Nothing here is the register's
-- truth. What must be computed anew is a mark, written by the same statement that changed the parcels: once per statement,
-- not per row, and never waiting for another (marks are only added by it).
--
-- What the public reads comes from closed lists or from text that was checked. Legacy tables have names of people in the
-- column of land use and in that of addresses, and what is registered is never edited: so it is decided where it is read.
-- Of land use a text is read whose codes all stand in the lists, else '': said in part, it would say something else. Of an
-- address the parts that are known for what they are may be read (server/domain/publication/public-address.ts); they stand
-- beside the register, and what has no row there is not published.

create sequence cadastre.derived_revision_seq;
comment on sequence cadastre.derived_revision_seq is 'Revisions of derived rows';
grant usage on sequence cadastre.derived_revision_seq to diaba_app;

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
grant select, delete on cadastre.stale_mark to diaba_app;
grant select on cadastre.stale_mark to diaba_auditor;

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
grant select, insert, update, delete on cadastre.sheet_outline to diaba_app;
grant select on cadastre.sheet_outline to diaba_tiles, diaba_auditor, diaba_portal_owner;

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
grant select, insert, update, delete on cadastre.commune_outline to diaba_app;
grant select on cadastre.commune_outline to diaba_tiles, diaba_auditor;

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
grant select, insert, update, delete on cadastre.place to diaba_app;
grant select on cadastre.place to diaba_tiles, diaba_auditor, diaba_portal_owner;

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

-- No security barrier: it would keep the tiles from the spatial index. The role of the tiles can make no function, and
-- what the view leaves out is text of one column, not rows.
create view cadastre.tile_parcel as
  select v.parcel_id, v.sheet_id, v.parcel_no, v.parcel_code, v.status, case
    when v.land_use = any ((select cadastre.known_land_uses())::text[]) then v.land_use
    when string_to_array(v.land_use, '+') <@ (select cadastre.known_land_uses()) then v.land_use
    else '' end as land_use,
    v.area_m2, v.registered_at, v.ended_at, v.geom_3857, v.label_3857
  from cadastre.parcel_version v;
comment on view cadastre.tile_parcel is 'What tiles may read of a parcel, land use by the lists only';
grant select on cadastre.tile_parcel to diaba_app, diaba_tiles, diaba_auditor;
