/** Tables of a GeoPackage 1.3 (OGC 12-128r17): the core, one layer, its R-tree and the metadata extension. */

/** "GPKG" and 10300: how a reader knows the file and its version (requirement 2). */
export const APPLICATION_ID = 0x47504b47;
export const USER_VERSION = 10_300;
export const GEOMETRY_COLUMN = 'geom';

const SPEC = 'http://www.geopackage.org/spec130';
export const RTREE_EXTENSION = ['gpkg_rtree_index', `${SPEC}/#extension_rtree`, 'write-only'] as const;
export const METADATA_EXTENSION = ['gpkg_metadata', `${SPEC}/#extension_metadata`, 'read-write'] as const;

/** A name as an SQLite identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Annex C, tables 1, 3, 5, 17, 19 and 20 of the standard. */
export const CORE_TABLES = `
  create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer not null primary key, organization text not null,
    organization_coordsys_id integer not null, definition text not null, description text);
  create table gpkg_contents (table_name text not null primary key, data_type text not null, identifier text unique,
    description text default '', last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x double, min_y double, max_x double, max_y double, srs_id integer,
    constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id));
  create table gpkg_geometry_columns (table_name text not null, column_name text not null, geometry_type_name text not null,
    srs_id integer not null, z tinyint not null, m tinyint not null,
    constraint pk_geom_cols primary key (table_name, column_name), constraint uk_gc_table_name unique (table_name),
    constraint fk_gc_tn foreign key (table_name) references gpkg_contents (table_name),
    constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id));
  create table gpkg_extensions (table_name text, column_name text, extension_name text not null, definition text not null,
    scope text not null, constraint ge_tce unique (table_name, column_name, extension_name));
  create table gpkg_metadata (id integer constraint m_pk primary key asc not null, md_scope text not null default 'dataset',
    md_standard_uri text not null, mime_type text not null default 'text/xml', metadata text not null default '');
  create table gpkg_metadata_reference (reference_scope text not null, table_name text, column_name text, row_id_value integer,
    timestamp datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id integer not null, md_parent_id integer,
    constraint crmr_mfi_fk foreign key (md_file_id) references gpkg_metadata (id),
    constraint crmr_mpi_fk foreign key (md_parent_id) references gpkg_metadata (id));`;

/** Systems every GeoPackage names (requirement 11), WGS 84 with the definition of the register. */
export const UNDEFINED_SYSTEMS = [
  ['Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'],
  ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'],
] as const;

/** Name of the R-tree of a layer. */
export const rtreeOf = (layer: string): string => `rtree_${layer}_${GEOMETRY_COLUMN}`;

/**
 * Keeps the R-tree right when somebody edits the file (annex F.3): the functions are those of the editing program, SQLite
 * has none, so these are made after our own rows are in.
 */
export function rtreeTriggers(layer: string): string {
  const [table, tree, g] = [quoted(layer), quoted(rtreeOf(layer)), quoted(GEOMETRY_COLUMN)];
  const filled = `(new.${g} notnull and not ST_IsEmpty(new.${g}))`;
  const empty = `(new.${g} isnull or ST_IsEmpty(new.${g}))`;
  const put = `insert or replace into ${tree} values (new.fid, ST_MinX(new.${g}), ST_MaxX(new.${g}), ST_MinY(new.${g}), ST_MaxY(new.${g}));`;
  const drop = (which: string) => `delete from ${tree} where id ${which};`;
  const trigger = (name: string, on: string, when: string, body: string) =>
    `create trigger ${quoted(`${rtreeOf(layer)}_${name}`)} after ${on} on ${table} ${when} begin ${body} end;`;
  return [
    trigger('insert', 'insert', `when ${filled}`, put),
    trigger('update1', `update of ${g}`, `when old.fid = new.fid and ${filled}`, put),
    trigger('update2', `update of ${g}`, `when old.fid = new.fid and ${empty}`, drop('= old.fid')),
    trigger('update3', 'update', `when old.fid != new.fid and ${filled}`, `${drop('= old.fid')} ${put}`),
    trigger('update4', 'update', `when old.fid != new.fid and ${empty}`, drop('in (old.fid, new.fid)')),
    trigger('delete', 'delete', `when old.${g} not null`, drop('= old.fid')),
  ].join('\n');
}
