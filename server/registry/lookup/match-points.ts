import { findAtReadings } from '../../db/portal/search.ts';
import { transformer } from '../../domain/crs.ts';
import type { KeyAnswer } from '../../domain/lookup/judge-row.ts';
import type { CoordinateReading } from '../../domain/question/read-coordinates.ts';
import type { SearchContext } from '../search/search-context.ts';

/** Readings of coordinates asked in one statement. */
const AT_ONCE = 300;

const lonLatOf = (reading: CoordinateReading): readonly [number, number] =>
  'lon' in reading ? [reading.lon, reading.lat] : transformer(reading.srid, 4326)([reading.east, reading.north]);

/** What lies at points, each with every reading its numbers allow. Two readings inside the province leave it open which was meant. */
export async function matchPoints(
  { pool, policy, before, limit }: SearchContext,
  points: readonly (readonly CoordinateReading[])[],
): Promise<KeyAnswer[]> {
  // What lies where tells the drawing, so it is published only with it.
  if (!policy.allows('geometry'))
    return points.map(() => ({ parcelIds: [], more: false, doubt: null, missing: 'not_published' }));
  const flat = points.flatMap((readings, at) => readings.map((reading) => ({ at, reading })));
  const inside = points.map((): { ids: string[] }[] => []);
  for (let from = 0; from < flat.length; from += AT_ONCE) {
    const part = flat.slice(from, from + AT_ONCE);
    const readings = part.map(({ reading }) => reading);
    for (const hit of await findAtReadings(pool, readings, readings.map(lonLatOf), before)) {
      if (hit.parcelIds.length === 0 && hit.communes.length === 0) continue;
      inside[part[hit.at]!.at]!.push({ ids: [...hit.parcelIds] });
    }
  }
  return inside.map((hits) => {
    const ids = [...new Set(hits.flatMap(({ ids: found }) => found))];
    const doubt = hits.length > 1 ? 'system_several' : null;
    return { parcelIds: ids.slice(0, limit), more: ids.length > limit, doubt, missing: null };
  });
}
