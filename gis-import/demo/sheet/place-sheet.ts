/** Where a random file lies: a commune, a true system that can be told from the others, and what its .prj says. */
import {
  AS_PRJ_SAYS,
  findProjection,
  getProjection,
  PROJECTIONS,
  type Projection,
  SOURCE_SYSTEMS,
  transformBetween,
  transformer,
} from '../../../server/domain/crs.ts';
import type { Position } from '../district.ts';
import type { Random } from '../file/random.ts';

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
  /** AS_PRJ_SAYS where only the .prj can say it. */
  srid: number;
  system: Projection;
  /** Middle of the sheet in the true system. */
  centre: Position;
  prj: 'right' | 'missing' | 'lying' | 'unreadable';
  /** What a lying .prj claims. */
  claimed: number;
}

/** Scale factor of UTM. */
export const ODD_SCALE = 0.9996;

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

/** Zones of the cadastre drawn with the scale factor of UTM: a system without a code. */
const ODD: readonly Projection[] = [9209, 9214].map((srid) => {
  const { proj4, ...zone } = getProjection(srid);
  return { ...zone, srid: AS_PRJ_SAYS, kind: 'other', proj4: proj4.replace('+k=0.9999', `+k=${ODD_SCALE}`) };
});
const FOREIGN = [...SOURCE_SYSTEMS.filter(({ srid }) => !PROJECTIONS.includes(findProjection(srid)!)), ...ODD];

/**
 * A place in the middle part of one of the communes. Where two systems would fit alike (UTM 48N and TM-3 105° differ by
 * some hundred metres), only a .prj can tell, so the .prj is right; so it is of a system that the province never used.
 */
export function placeSheet(random: Random, extents: readonly CommuneExtent[]): SheetPlace {
  const commune = random.pick(extents);
  const foreign = random.chance(0.1);
  const system = random.pick(foreign ? FOREIGN : PROJECTIONS);
  const { srid } = system;
  const within = (low: number, high: number) => low + (high - low) * random.between(0.3, 0.7);
  const wgs84: Position = [within(commune.minLon, commune.maxLon), within(commune.minLat, commune.maxLat)];
  const centre = srid === 4326 ? wgs84 : transformBetween(getProjection(4326), system)(wgs84);
  const others = foreign || srid === 4326 ? [] : rivals(centre, srid, commune);
  const drawn = random.weighted({ right: 40, missing: 30, lying: 20, unreadable: 10 });
  const liars = PROJECTIONS.filter((other) => other.srid !== srid && !others.includes(other.srid));
  const prj = foreign || others.length > 0 ? 'right' : drawn;
  return { commune, srid, system, centre, prj, claimed: random.pick(liars).srid };
}
