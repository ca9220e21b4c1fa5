import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { geopackageInThread } from '../../db/geopackage/geopackage-in-thread.ts';
import type { GeoPackageLayer, GeoPackageRow } from '../../db/geopackage/geopackage-layer.ts';
import { listBoundaries } from '../../db/portal/boundaries.ts';
import { listSystems } from '../../db/portal/open-data.ts';
import type { LookupExport } from './export-lookup.ts';

const LAYER = 'lookup';
/** Names that the layer has itself, and those that SQLite tells apart no better than by their letters. */
const OWN = ['fid', 'geom', 'rowid', 'oid', '_rowid_'];
const NO_BOX = [0, 0, 0, 0] as const;

/** Names of columns that are each there once and empty nowhere. */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Set(OWN);
  return names.map((name, i) => {
    let one = name.replace(/\p{Cc}/gu, ' ').trim() || `column ${i + 1}`;
    while (taken.has(one.toLowerCase())) one = `${one} *`;
    taken.add(one.toLowerCase());
    return one;
  });
}

async function* rowsOf(portal: pg.Pool, found: LookupExport): AsyncGenerator<GeoPackageRow[]> {
  for await (const page of found.pages()) {
    // Of several that it may be none is drawn for another.
    const matched = page.flatMap(({ outcome, parcels }) =>
      outcome === 'matched' && parcels[0] ? [parcels[0].id] : [],
    );
    const shapes = found.hasGeometry ? await listBoundaries(portal, [...new Set(matched)], found.asOf) : [];
    const byId = new Map(shapes.map((shape) => [shape.id, shape]));
    yield page.map((row) => {
      const shape = row.outcome === 'matched' && row.parcels[0] ? byId.get(row.parcels[0].id) : undefined;
      return {
        values: [...row.given, ...found.columns.map(({ value }) => value(row))],
        boundary: shape?.boundary ?? null,
        box: shape?.box ?? NO_BOX,
      };
    });
  }
}

/**
 * A filled table as GeoPackage 1.3 with the boundary of each matched parcel in degrees, made in a thread. The file has no name any more when
 * it is handed out: it is gone with its handle.
 */
export async function exportLookupGeoPackage(
  portal: pg.Pool,
  storageDir: string,
  found: LookupExport,
  { filter, source }: { readonly filter: string; readonly source: string },
  signal: AbortSignal,
): Promise<FileHandle> {
  const { heads, columns, asOf, name, fileName, hasGeometry } = found;
  const names = distinctNames([...heads, ...columns.map((column) => column.name)]);
  const title = name || fileName;
  const folder = join(storageDir, 'lookups');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomBytes(12).toString('hex')}.gpkg`);
  const layer: GeoPackageLayer = {
    path,
    name: LAYER,
    title,
    description: filter,
    columns: names.map((column, i) => ({ name: column, kind: columns[i - heads.length]?.kind ?? 'text' })),
    srid: hasGeometry ? 4326 : null,
    systems: await listSystems(portal, [4326]),
    changedAt: asOf.toISOString(),
    metadata: { title, source, modified: asOf.toISOString(), description: filter },
  };
  try {
    await geopackageInThread(layer, rowsOf(portal, found), signal);
    return await open(path, 'r');
  } finally {
    await rm(path, { force: true });
  }
}
