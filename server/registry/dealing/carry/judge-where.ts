import { findExtent } from '../../../db/dealing/whereabouts.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { isLegalSystem, PROJECTIONS, transformer } from '../../../domain/crs.ts';
import { judge } from '../../../domain/dealing/rule/judge.ts';
import { axesSwapped } from '../../../domain/dealing/rule/land/axes-swapped.ts';
import { otherZone } from '../../../domain/dealing/rule/land/other-zone.ts';
import type { ParcelStanding } from '../../../domain/dealing/standing.ts';
import type { Verdict } from '../../../domain/dealing/verdict.ts';

/** How far from its parcel a boundary may be drawn and still be meant for it, m. */
const REACH_M = 2000;

type Position = readonly number[];

/**
 * Why what was drawn is nowhere near the land: axes exchanged, or the zone of another province. Asked only where a drawing came to nothing,
 * so that who typed it is told the slip and not what followed from it.
 */
export async function judgeWhere(
  trx: Trx,
  standing: readonly ParcelStanding[],
  drawn: readonly Position[],
): Promise<Verdict[]> {
  const [west, south, east, north] = await findExtent(
    trx,
    standing.map(({ parcelId }) => parcelId),
  );
  const { srid } = standing[0]!;
  const isNear = ([x = 0, y = 0]: Position) =>
    x > west - REACH_M && x < east + REACH_M && y > south - REACH_M && y < north + REACH_M;
  const asSent = drawn.some(isNear);
  const exchanged = drawn.some(([x = 0, y = 0]) => isNear([y, x]));
  const systems = PROJECTIONS.filter((system) => isLegalSystem(system) && system.srid !== srid)
    .map((system) => system.srid)
    .filter((other) => {
      const move = transformer(other, srid);
      return drawn.some(([x = 0, y = 0]) => isNear(move([x, y])));
    });
  return [
    ...judge(axesSwapped, { near: { asSent, exchanged } }),
    ...judge(otherZone, { near: { asSent: asSent || exchanged, systems } }),
  ];
}
