/** Where a random file lies: a commune, a true system that can be told from the others, and what its .prj says. */
import { PROJECTIONS, transformer } from '../../server/domain/crs.ts';
import type { Position } from './district.ts';
import type { Random } from './random.ts';

/** A commune's box in WGS 84 degrees. */
export interface CommuneExtent {
  code: string;
  minLon: number;
  minLat: number;
  maxLon: number;
  maxLat: number;
}

export interface SheetPlace {
  commune: CommuneExtent;
  srid: number;
  /** Middle of the sheet in the true system. */
  centre: Position;
  prj: 'right' | 'missing' | 'lying' | 'unreadable';
  /** What a lying .prj claims. */
  claimed: number;
}

/** Degrees around a commune within which another reading of the same numbers would be as good as the true one. */
const MARGIN = 0.03;

/** Systems, other than the true one, in which these numbers would also lie in the commune. */
const rivals = (centre: Position, srid: number, extent: CommuneExtent): number[] =>
  PROJECTIONS.filter((other) => other.srid !== srid && other.kind !== 'geographic')
    .filter((other) => {
      const [lon, lat] = transformer(other.srid, 4326)(centre);
      const east = lon > extent.minLon - MARGIN && lon < extent.maxLon + MARGIN;
      return east && lat > extent.minLat - MARGIN && lat < extent.maxLat + MARGIN;
    })
    .map((other) => other.srid);

/**
 * A place in the middle part of one of the communes. Where two systems would fit alike (UTM 48N and TM-3 105° differ by
 * some hundred metres), only a .prj can tell, so the .prj is right.
 */
export function placeSheet(random: Random, extents: readonly CommuneExtent[]): SheetPlace {
  const commune = random.pick(extents);
  const { srid } = random.pick(PROJECTIONS);
  const within = (low: number, high: number) => low + (high - low) * random.between(0.3, 0.7);
  const wgs84: Position = [within(commune.minLon, commune.maxLon), within(commune.minLat, commune.maxLat)];
  const centre = srid === 4326 ? wgs84 : transformer(4326, srid)(wgs84);
  const others = srid === 4326 ? [] : rivals(centre, srid, commune);
  const drawn = random.weighted({ right: 40, missing: 30, lying: 20, unreadable: 10 });
  const liars = PROJECTIONS.filter((other) => other.srid !== srid && !others.includes(other.srid));
  return { commune, srid, centre, prj: others.length > 0 ? 'right' : drawn, claimed: random.pick(liars).srid };
}
