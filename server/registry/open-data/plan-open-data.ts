import { createHash } from 'node:crypto';
import type pg from 'pg';
import { findOpenLicence, findSheetsRevision } from '../../db/portal/open-data.ts';
import { findDataMoment } from '../../db/portal/parcels.ts';
import { listUnitSheets, type SheetRow } from '../../db/reference/commune-facts.ts';
import { readChannelPolicy } from '../../db/reference/publication.ts';
import type { Commune } from '../../domain/contract/communes.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { type OpenColumn, openColumns } from '../../domain/publication/open-data-columns.ts';
import { type ChannelPolicy, requireOpen } from '../../domain/publication/publication-policy.ts';
import { requireUnit } from '../portal/describe-commune.ts';

export const OPEN_DATA_KINDS = ['csv', 'gpkg'] as const;
export type OpenDataKind = (typeof OPEN_DATA_KINDS)[number];

/** Raised whenever the same data makes another file. */
const FORMAT = 2;

/** What a file of one commune would hold, before it is made. */
export interface OpenDataPlan {
  readonly unit: Commune;
  readonly sheets: readonly SheetRow[];
  readonly columns: readonly OpenColumn[];
  /** `legal` in the systems of the sheets, `degrees` where only the public geometry is published, null for none. */
  readonly geometry: 'legal' | 'degrees' | null;
  /** Whether longitude and latitude of the feature point may be told. */
  readonly point: boolean;
  readonly licence: string | null;
  readonly dataAsOf: Date | null;
  /** Files of one family replace one another: one commune, one kind. */
  readonly family: string;
  /** Changes with the data, the policy and the form. */
  readonly version: string;
  /** Under which a browser saves it. */
  readonly downloadName: string;
}

function geometryOf(policy: ChannelPolicy): OpenDataPlan['geometry'] {
  if (policy.allows('geometryLegal')) return 'legal';
  return policy.allows('geometry') ? 'degrees' : null;
}

/** Plans the file of a unit, present or former. Throws commune.not_found, publication.closed. */
export async function planOpenData(pool: pg.Pool, code: string, kind: OpenDataKind): Promise<OpenDataPlan> {
  const [{ unit, former }, policy, dataAsOf, licence] = await Promise.all([
    requireUnit(pool, code, undefined),
    readChannelPolicy(pool, 'bulk'),
    findDataMoment(pool),
    findOpenLicence(pool),
  ]);
  requireOpen(policy);
  const sheets = await listUnitSheets(pool, unit, former);
  const revision = await findSheetsRevision(pool, sheets);
  const content = [FORMAT, unit, sheets, policy.fields, licence, revision];
  return {
    unit,
    sheets,
    columns: openColumns(policy),
    geometry: geometryOf(policy),
    point: policy.allows('geometry'),
    licence,
    dataAsOf,
    family: `${unit.code}-${unit.validFrom}.${kind}`,
    version: createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 20),
    downloadName: `parcels-${unit.code}-${dayOf(dataAsOf ?? new Date())}.${kind}`,
  };
}
