import { findAtReadings, searchParcels } from '../../db/portal/search.ts';
import type { FoundPoint } from '../../domain/contract/portal/portal-search.ts';
import { transformer } from '../../domain/crs.ts';
import type { CoordinateReading } from '../../domain/question/read-coordinates.ts';
import { systemName } from '../../domain/words/system-name.ts';
import { mayAsk } from '../portal/find-portal-parcels.ts';
import { type Found, NOTHING, type SearchContext, toParcelList } from './search-context.ts';

type Position = Omit<FoundPoint, 'commune' | 'parcelIds'>;

function toPosition(reading: CoordinateReading, [lon, lat]: readonly [number, number]): Position {
  const { east, north } = 'east' in reading ? reading : { east: null, north: null };
  return { srid: reading.srid, systemName: systemName(reading.srid, 'vi'), east, north, lon, lat };
}

/**
 * Each reading of coordinates that falls inside the province (into a unit of today, or onto a registered parcel), those
 * on parcels first, and the parcels. Two numbers fit several systems; which was meant, nobody but the asker knows.
 */
export async function findAtPoint(context: SearchContext, readings: readonly CoordinateReading[]): Promise<Found> {
  const lonLats = readings.map((reading): [number, number] =>
    'lon' in reading ? [reading.lon, reading.lat] : transformer(reading.srid, 4326)([reading.east, reading.north]),
  );
  const { pool, policy, before, at } = context;
  // What lies where tells the drawing, so it is published only with it.
  const mayTell = mayAsk(policy, { at }) && policy.allows('geometry');
  const hits = await findAtReadings(pool, readings, lonLats, before);
  const inside = hits.filter((hit) => (mayTell && hit.parcelIds.length > 0) || hit.communes.length > 0);
  const ids = mayTell ? [...new Set(inside.flatMap(({ parcelIds }) => parcelIds))] : [];
  const list = toParcelList(context, await searchParcels(pool, { ids, before }, context.limit + 1));
  const points = inside.map((hit): FoundPoint => {
    const exact = hit.communes.filter((commune) => commune.exact);
    const [only, other] = exact.length > 0 ? exact : hit.communes;
    const parcel = list.parcels.find(({ id }) => id === hit.parcelIds[0]);
    // On a line between two communes, or in the boxes of several: not given to one of them.
    const commune = parcel?.commune ?? (only && !other ? { code: only.code, name: only.name } : null);
    const parcelIds = mayTell ? [...hit.parcelIds] : [];
    return { ...toPosition(readings[hit.at]!, lonLats[hit.at]!), commune, parcelIds };
  });
  points.sort((a, b) => Number(b.parcelIds.length > 0) - Number(a.parcelIds.length > 0));
  return { ...NOTHING, ...list, points, ...(points.length === 0 && { missing: 'point' as const }) };
}
