import type pg from 'pg';
import { geopackageInThread } from '../../db/geopackage/geopackage-in-thread.ts';
import type { GeoPackageLayer, GeoPackageRow } from '../../db/geopackage/geopackage-layer.ts';
import { listSystems, type OpenGeometry, type OpenRow, readOpenParcels } from '../../db/portal/open-data.ts';
import type { OpenDataPlan } from './plan-open-data.ts';

const LAYER = 'parcels';
/** What the file says of itself where the authority has recorded no licence. */
const NO_LICENCE = 'unknown';

export interface OpenDataOrigin {
  readonly registrySrid: number;
  /** Where the data was taken, for the metadata. */
  readonly publicUrl: string;
}

/** A legal system if all sheets share one, else that of the register: a layer has one system. */
function systemOf(plan: OpenDataPlan, registrySrid: number): { form: OpenGeometry['form']; srid: number } | null {
  if (plan.geometry === null) return null;
  if (plan.geometry === 'degrees') return { form: 'degrees', srid: 4326 };
  const [srid = registrySrid, ...others] = new Set(plan.sheets.map((sheet) => sheet.srid));
  return others.length === 0 ? { form: 'legal', srid } : { form: 'registry', srid: registrySrid };
}

async function* rowsOf(pages: AsyncIterable<OpenRow[]>, { columns }: OpenDataPlan): AsyncGenerator<GeoPackageRow[]> {
  const read = columns.map(({ kind, value }) => (row: OpenRow) => {
    const found = value(row);
    return kind === 'decimal' && found !== null ? Number(found) : found;
  });
  for await (const page of pages) {
    yield page.map((row) => ({
      values: read.map((column) => column(row)),
      boundary: row.boundary instanceof Buffer ? row.boundary : null,
      box: row.box,
    }));
  }
}

/** Writes a commune as GeoPackage 1.3 to a new file, in a thread. Stops when `signal` aborts. */
export async function exportGeoPackage(
  pool: pg.Pool,
  plan: OpenDataPlan,
  { registrySrid, publicUrl }: OpenDataOrigin,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const { unit, columns, dataAsOf, licence } = plan;
  const system = systemOf(plan, registrySrid);
  const changedAt = (dataAsOf ?? new Date()).toISOString();
  const layer: GeoPackageLayer = {
    path,
    name: LAYER,
    title: `${unit.name} (${unit.code})`,
    description: `Thửa đất đã đăng ký / Registered parcels: ${unit.name} (${unit.code})`,
    columns: columns.map(({ name, kind }) => ({ name, kind })),
    srid: system?.srid ?? null,
    systems: await listSystems(pool, [...new Set([4326, system?.srid ?? 4326])]),
    changedAt,
    metadata: {
      title: `Thửa đất đã đăng ký / Registered parcels: ${unit.name} (${unit.code})`,
      source: `${publicUrl}/communes/${unit.code}`,
      modified: changedAt,
      license: licence ?? NO_LICENCE,
    },
  };
  const pages = readOpenParcels(pool, plan.sheets, system && { form: system.form, as: 'wkb' });
  await geopackageInThread(layer, rowsOf(pages, plan), signal);
}
