/** Which parcels of a district the past happens on: by what they are, in the order of their numbers, so that it is the same each time. */
import type { Actor } from '../../../server/domain/actor.ts';
import type { Parcel } from '../../../server/domain/contract/parcel/parcels.ts';
import { cutAtArea, edgesOf } from '../../../server/domain/geometry/parallel-cut.ts';
import { getParcelNeighbours } from '../../../server/registry/parcel/get-parcel-neighbours.ts';
import { listParcels } from '../../../server/registry/parcel/list-parcels.ts';
import type { ImportContext } from '../../pipeline.ts';
import type { Before } from './past-desk.ts';

/** Between the day of which the sheets are and the first dealing. */
const AS_LOADED = '2023-01-01';
const PAGE = 500;
/** Of a district of many parcels the first are enough. */
const MOST = 6 * PAGE;

export interface Wanted {
  readonly sheets: readonly string[];
  readonly uses: readonly string[];
  /** m², registered. */
  readonly area: readonly [least: number, most: number];
}

export interface PastLand {
  /** Parcels of a kind, each once and none that was given out before. */
  some(wanted: Wanted): Iterable<readonly [string]>;
  /** Pairs of neighbours, each of these uses. */
  pairs(wanted: Wanted): AsyncIterable<readonly [string, string]>;
  /** Parcels that somebody else chose: they are not given out any more. */
  take(ids: readonly string[]): void;
}

/** Parcels of a commune as they were loaded: dealings that were made meanwhile change nothing of what is found. */
export async function openPastLand({ pool }: ImportContext, officer: Actor, commune: string): Promise<PastLand> {
  const parcels: Parcel[] = [];
  let cursor: string | undefined;
  do {
    const page = await listParcels(pool, officer, {
      commune,
      at: AS_LOADED,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    parcels.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && parcels.length < MOST);
  const given = new Set<string>();
  const fits = ({ sheets, uses, area: [least, most] }: Wanted) =>
    parcels.filter(({ sheet, landUse, legalAreaM2 }) => {
      const area = legalAreaM2 ?? 0;
      return sheets.includes(sheet) && uses.includes(landUse) && area >= least && area <= most;
    });
  return {
    take(ids) {
      for (const id of ids) given.add(id);
    },
    *some(wanted) {
      for (const { id } of fits(wanted)) {
        if (given.has(id)) continue;
        given.add(id);
        yield [id];
      }
    },
    async *pairs(wanted) {
      const fit = new Set(fits(wanted).map(({ id }) => id));
      for (const id of fit) {
        if (given.has(id)) continue;
        given.add(id);
        const { items } = await getParcelNeighbours(pool, officer, id, undefined);
        const beside = items.find((one) => fit.has(one.id) && !given.has(one.id));
        if (!beside) continue;
        given.add(beside.id);
        yield [id, beside.id];
      }
    },
  };
}

/** Half of a parcel cut off along its longest edge; null where it has no such half. */
export function halved({ parcel }: Before) {
  const { srid, coordinates } = parcel.geometryLegal;
  const [longest] = edgesOf(coordinates).toSorted((a, b) => b.lengthM - a.lengthM);
  const cut = longest ? cutAtArea(coordinates, longest, parcel.areaM2 / 2) : null;
  return cut && { srid, line: cut.line };
}

/** A line across the middle of a parcel that stays within it. */
export function across(before: Before) {
  const cut = halved(before);
  if (!cut) return null;
  const [[x1, y1], [x2, y2]] = cut.line;
  const at = (share: number) =>
    [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share].map((m) => Math.round(m * 1000) / 1000);
  return { srid: cut.srid, type: 'LineString' as const, coordinates: [at(0.35), at(0.65)] };
}
