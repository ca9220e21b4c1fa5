import type pg from 'pg';
import { findCommuneOn } from '../../db/portal/communes.ts';
import { findOpenLicence } from '../../db/portal/open-data.ts';
import { findDataMoment } from '../../db/portal/parcels.ts';
import {
  type CommuneSums,
  listNamedRelatives,
  listUnitSheets,
  type SheetRow,
  sumParcels,
} from '../../db/reference/commune-facts.ts';
import { readPublication } from '../../db/reference/publication.ts';
import type { Commune } from '../../domain/contract/communes.ts';
import type { CommuneFacts } from '../../domain/contract/portal/portal-communes.ts';
import { dayOf, endOfDay } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import {
  type Channel,
  type ChannelPolicy,
  type PublicField,
  requireOpen,
} from '../../domain/publication/publication-policy.ts';
import { mayAsk } from './find-portal-parcels.ts';

/** The unit a code means (on a day, default today) and whether it is a former one today. Throws commune.not_found. */
export async function requireUnit(pool: pg.Pool, code: string, at: string | undefined) {
  const today = dayOf(new Date());
  const unit = await findCommuneOn(pool, code, at ?? today);
  if (!unit) throw new Problem('commune.not_found');
  return { unit, former: unit.validTo !== null && unit.validTo <= today };
}

/** Whether the land of a unit may be told apart from other land: by the commune of today, or by where it was numbered. */
export const mayTellUnit = (policy: ChannelPolicy, former: boolean): boolean =>
  policy.allows(former ? 'numberedIn' : 'commune');

/** The sums as far as each field they show is published. */
function publishSums(
  policy: ChannelPolicy,
  sheets: readonly SheetRow[],
  sums: CommuneSums,
): Pick<CommuneFacts, 'totals' | 'landUse' | 'sheets'> {
  const shows = (field: PublicField) => policy.allows(field);
  const sum = ({ parcels, areaM2 }: { parcels: number; areaM2: number }) =>
    shows('areaM2') ? { parcels, areaM2 } : { parcels };
  return {
    totals: sum(sums.totals),
    ...(shows('landUse') && {
      landUse: sums.byLandUse.map(({ code, nameVi, nameEn, fill, ...rest }) => ({
        code,
        nameVi,
        nameEn,
        fill,
        ...sum(rest),
      })),
    }),
    ...(shows('sheet') && {
      sheets: sheets.flatMap(({ id, sheet, scale, numberedIn, srid }) => {
        const found = sums.bySheet.get(id);
        if (!found) return [];
        return {
          sheet,
          ...(shows('scale') && { scale }),
          ...(shows('numberedIn') && { numberedIn }),
          ...sum(found),
          ...(shows('geometryLegal') && { srid }),
        };
      }),
    }),
  };
}

/**
 * One unit, present or former, and the parcels registered in it now or as of a day. A former unit answers as it was, with
 * its successors and the parcels on the sheets that were numbered in it. Throws commune.not_found, publication.closed.
 */
export async function describeCommune(
  pool: pg.Pool,
  channel: Channel,
  code: string,
  at?: string,
): Promise<CommuneFacts> {
  const [{ unit, former }, publication, moment, licence] = await Promise.all([
    requireUnit(pool, code, at),
    readPublication(pool),
    findDataMoment(pool),
    findOpenLicence(pool),
  ]);
  const policy = publication[channel];
  requireOpen(policy);
  const [relatives, sheets] = await Promise.all([listNamedRelatives(pool, unit), listUnitSheets(pool, unit, former)]);
  const sums = await sumParcels(
    pool,
    sheets.map((sheet) => sheet.id),
    at === undefined ? null : endOfDay(at),
  );
  return {
    commune: unit satisfies Commune,
    ...relatives,
    ...(mayTellUnit(policy, former) && mayAsk(policy, { at }) && publishSums(policy, sheets, sums)),
    dataAsOf: moment?.toISOString() ?? null,
    bulk: publication.bulk.isOpen,
    licence,
  };
}
