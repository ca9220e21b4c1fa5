import type pg from 'pg';
import { findDataMoment, findPortalParcelRow, listPortalRelatives } from '../db/portal-parcels.ts';
import type { PortalParcelDetail } from '../domain/contract/portal-parcels.ts';
import { endOfDay } from '../domain/legal-day.ts';
import { Problem } from '../domain/problem.ts';

/** One parcel for the public, as of a day or in its latest state. Throws parcel.not_found. */
export async function getPortalParcel(pool: pg.Pool, id: string, at: string | undefined): Promise<PortalParcelDetail> {
  const before = at === undefined ? null : endOfDay(at);
  const [parcel, relatives, moment] = await Promise.all([
    findPortalParcelRow(pool, id, before),
    listPortalRelatives(pool, id),
    findDataMoment(pool),
  ]);
  if (!parcel) throw new Problem('parcel.not_found');
  return { ...parcel, ...relatives, dataAsOf: moment?.toISOString() ?? null };
}
