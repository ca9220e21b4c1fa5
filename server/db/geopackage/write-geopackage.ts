import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { GeoPackageLayer, GeoPackageRow } from './geopackage-layer.ts';
import {
  APPLICATION_ID,
  CORE_TABLES,
  GEOMETRY_COLUMN,
  METADATA_EXTENSION,
  quoted,
  RTREE_EXTENSION,
  rtreeOf,
  rtreeTriggers,
  UNDEFINED_SYSTEMS,
  USER_VERSION,
} from './geopackage-schema.ts';

const TYPES = { text: 'text', integer: 'integer', decimal: 'double', day: 'date', instant: 'datetime' } as const;
/** "GP", version 0, flags: little-endian, envelope of minX maxX minY maxY (clause 2.1.3). */
const HEADER_BYTES = 40;
const FLAGS = 0b0000_0011;

/** A boundary in GeoPackage's form: header, box, WKB. */
function geopackageBinary(srid: number, { boundary, box }: GeoPackageRow): Buffer | null {
  if (boundary === null) return null;
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + boundary.byteLength);
  bytes.write('GP', 0, 'latin1');
  bytes.writeUInt8(0, 2);
  bytes.writeUInt8(FLAGS, 3);
  bytes.writeInt32LE(srid, 4);
  for (const [i, value] of box.entries()) bytes.writeDoubleLE(value, 8 + i * 8);
  bytes.set(boundary, HEADER_BYTES);
  return bytes;
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeXml = (text: string) => text.replace(/[&<>]/g, (sign) => XML[sign] ?? '');

/** The metadata as the Dublin Core terms of DCMI, the smallest vocabulary that readers of catalogues share. */
function metadataXml(terms: GeoPackageLayer['metadata']): string {
  const lines = Object.entries(terms).map(([name, text]) => `  <dcterms:${name}>${escapeXml(text)}</dcterms:${name}>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<metadata xmlns:dcterms="http://purl.org/dc/terms/">',
    ...lines,
    '</metadata>',
    '',
  ].join('\n');
}

function describe(db: DatabaseSync, layer: GeoPackageLayer): void {
  const { name, title, description, srid, systems, changedAt, metadata } = layer;
  db.exec(CORE_TABLES);
  const system = db.prepare('insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)');
  for (const row of UNDEFINED_SYSTEMS) system.run(...row);
  for (const { srid: code, wkt } of systems) {
    system.run(/^[A-Z]+\["([^"]+)"/.exec(wkt)?.[1] ?? `EPSG:${code}`, code, 'EPSG', code, wkt, null);
  }
  db.prepare(
    'insert into gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) values (?, ?, ?, ?, ?, ?)',
  ).run(name, srid === null ? 'attributes' : 'features', title, description, changedAt, srid);
  const columns = layer.columns.map((column) => `${quoted(column.name)} ${TYPES[column.kind]}`);
  const geometry = srid === null ? [] : [`${quoted(GEOMETRY_COLUMN)} polygon`];
  db.exec(
    `create table ${quoted(name)} (fid integer primary key autoincrement not null, ${[...geometry, ...columns].join(', ')})`,
  );
  const extension = db.prepare('insert into gpkg_extensions values (?, ?, ?, ?, ?)');
  if (srid !== null) {
    db.prepare('insert into gpkg_geometry_columns values (?, ?, ?, ?, 0, 0)').run(
      name,
      GEOMETRY_COLUMN,
      'POLYGON',
      srid,
    );
    db.exec(`create virtual table ${quoted(rtreeOf(name))} using rtree(id, minx, maxx, miny, maxy)`);
    extension.run(name, GEOMETRY_COLUMN, ...RTREE_EXTENSION);
  }
  for (const table of ['gpkg_metadata', 'gpkg_metadata_reference']) extension.run(table, null, ...METADATA_EXTENSION);
  db.prepare("insert into gpkg_metadata values (1, 'dataset', 'http://purl.org/dc/terms/', 'text/xml', ?)").run(
    metadataXml(metadata),
  );
  db.prepare("insert into gpkg_metadata_reference values ('geopackage', null, null, null, ?, 1, null)").run(changedAt);
}

export interface GeoPackageWriter {
  add(rows: readonly GeoPackageRow[]): void;
  /** Closes a whole file. */
  finish(): void;
}

/** Begins a GeoPackage of one layer. Blocks while it writes, so it belongs into a thread of its own. */
export function writeGeoPackage(layer: GeoPackageLayer): GeoPackageWriter {
  const { path, name, columns, srid } = layer;
  const db = new DatabaseSync(path);
  // A file nobody has seen yet needs no journal: if we fall, it is thrown away.
  db.exec(`pragma journal_mode = off; pragma synchronous = off; pragma application_id = ${APPLICATION_ID};
    pragma user_version = ${USER_VERSION}; begin`);
  describe(db, layer);
  const names = [...(srid === null ? [] : [GEOMETRY_COLUMN]), ...columns.map((column) => column.name)];
  const insert = db.prepare(
    `insert into ${quoted(name)} (${names.map(quoted).join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  const index = srid === null ? null : db.prepare(`insert into ${quoted(rtreeOf(name))} values (?, ?, ?, ?, ?)`);
  const whole: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity];
  return {
    add(rows) {
      for (const row of rows) {
        const values: SQLInputValue[] = srid === null ? [] : [geopackageBinary(srid, row)];
        const { lastInsertRowid } = insert.run(...values, ...row.values);
        if (!index || row.boundary === null) continue;
        index.run(lastInsertRowid, ...row.box);
        for (const [i, value] of row.box.entries()) whole[i] = (i % 2 === 0 ? Math.min : Math.max)(whole[i]!, value);
      }
    },
    finish() {
      if (srid !== null) db.exec(rtreeTriggers(name));
      const [minX, maxX, minY, maxY] = whole;
      if (minX <= maxX) {
        db.prepare('update gpkg_contents set min_x = ?, max_x = ?, min_y = ?, max_y = ?').run(minX, maxX, minY, maxY);
      }
      db.exec('commit');
      db.close();
    },
  };
}
