/** Divides the district's territory into communes, the surveyed part of each into sheets, along rivers and roads. */

import type { Random } from './file/random.ts';
import { cutCorridor } from './land/cut-corridor.ts';
import { cutFace } from './land/cut-face.ts';
import { type GroundUse, M, M2 } from './land/landscape.ts';
import { createMesh, type PlanarMesh, type Point } from './land/planar-mesh.ts';
import { cutGroup, type Group, type Strip, splitSheets } from './land/split-sheets.ts';
import { type Wander, wanderLine } from './land/wander-line.ts';
import type { SheetPlan } from './sheet/sheet-plan.ts';

/** EPSG:9214 position (m) of the mesh's zero. */
export const MESH_ORIGIN = [400_000, 2_330_000] as const;
/** The demo's territory in EPSG:9214 (m): west, south, east, north. Grows only for benchmarks. */
const TERRITORY = [415_500, 2_349_500, 424_500, 2_357_500] as const;
/** Middle of the surveyed ground. */
const MIDDLE = [421_000, 2_353_400] as const;
/** Unsurveyed ground around a district that outgrows the territory, as a share of its width. */
const WASTE_AROUND = 0.25;

/** A part of the territory: a sheet of a unit, or the unit's unsurveyed rest. */
interface Region {
  unit: string;
  sheet: SheetPlan | null;
}

export interface Layout {
  mesh: PlanarMesh;
  /** By the number in `mesh.region`. */
  regions: Region[];
  /** Per sheet, in the order of the plans. */
  sheets: { region: number; main: number; strips: Strip[] }[];
}

const RIVER: Wander = { amplitude: 62 * M, wavelength: 1150 * M, step: 15 * M };
const ROAD: Wander = { amplitude: 26 * M, wavelength: 760 * M, step: 19 * M };
const LIMIT: Wander = { amplitude: 38 * M, wavelength: 700 * M, step: 24 * M };
/** The country lies a little askew of the grid. */
const EAST: Point = [Math.cos(0.13), Math.sin(0.13)];
const NORTH: Point = [-EAST[1], EAST[0]];

/** The territory divided; every face of the mesh belongs to one region. */
export function layOutDistrict(random: Random, plans: readonly SheetPlan[]): Layout {
  const of = (unit: string) => plans.filter((plan) => plan.communeCode === unit);
  const ground = (unit: string) => of(unit).reduce((sum, plan) => sum + plan.area, 0);
  const [a1, a2, a11, a12] = [ground('99001'), ground('99002'), ground('99011'), ground('99012')];
  const width = Math.sqrt((a1 + a2 + a11 + a12) * 1.05);
  const south = (a11 + a12) / width;
  const north = (a1 + a2) / width;
  const [west, bottom] = [MIDDLE[0] - width / 2, MIDDLE[1] - (south + north) / 2];
  const [east, top] = [west + width, bottom + south + north];
  const at = (e: number, n: number): Point => [(e - MESH_ORIGIN[0]) * M, (n - MESH_ORIGIN[1]) * M];
  /** A place of the plan, whose axes are turned about the middle. */
  const turnedAt = (e: number, n: number): Point => {
    const [u, v] = [e - MIDDLE[0], n - MIDDLE[1]];
    return at(MIDDLE[0] + u * EAST[0] + v * NORTH[0], MIDDLE[1] + u * EAST[1] + v * NORTH[1]);
  };
  const [w, s] = [
    Math.min(TERRITORY[0], west - WASTE_AROUND * width),
    Math.min(TERRITORY[1], bottom - WASTE_AROUND * width),
  ];
  const [e, n] = [
    Math.max(TERRITORY[2], east + WASTE_AROUND * width),
    Math.max(TERRITORY[3], top + WASTE_AROUND * width),
  ];
  const mesh = createMesh([at(w, s), at(e, s), at(e, n), at(w, n)]);
  const reach = (Math.max(e - w, n - s) + 1000) * M;
  const line = (through: Point, direction: Point, wander: Wander) =>
    wanderLine(random, through, direction, reach, wander);
  const rules = { leastArea: 1000 * M2, snap: 1 * M };
  const need = <T>(made: T | null): T => {
    if (made === null) throw new Error('the district cannot be laid out: a first division failed');
    return made;
  };

  const river = need(
    cutCorridor(mesh, random, 1, line(turnedAt(MIDDLE[0], bottom + south), EAST, RIVER), 21 * M, rules),
  );
  const middleLine = line(turnedAt(west + (width * a1) / (a1 + a2), top), NORTH, ROAD);
  const northern = need(cutCorridor(mesh, random, river.left, middleLine, 8 * M, rules));
  const water = need(cutFace(mesh, need(river.corridor), middleLine, rules));
  const southern = need(
    cutCorridor(
      mesh,
      random,
      river.right,
      line(turnedAt(west + (width * a11) / (a11 + a12), bottom), NORTH, ROAD),
      6 * M,
      rules,
    ),
  );

  const strip = (face: number | null, use: GroundUse): Strip[] => (face === null ? [] : [{ face, use }]);
  const regions: Region[] = [];
  const rest = (unit: string, group: Group): Group => {
    regions.push({ unit, sheet: null });
    for (const face of [group.main, ...group.strips.map((each) => each.face)]) mesh.region[face] = regions.length - 1;
    return group;
  };
  const groups: [string, Group, side: 'west' | 'east', end: 'north' | 'south'][] = [
    [
      '99001',
      rest('99001', {
        main: northern.left,
        strips: [...strip(water.left, 'river'), ...strip(northern.corridor, 'road')],
      }),
      'west',
      'north',
    ],
    ['99002', rest('99002', { main: northern.right, strips: strip(water.right, 'river') }), 'east', 'north'],
    ['99011', rest('99011', { main: southern.left, strips: strip(southern.corridor, 'road') }), 'west', 'south'],
    ['99012', rest('99012', { main: southern.right, strips: [] }), 'east', 'south'],
  ];
  const sheets: Layout['sheets'] = [];
  for (const [unit, whole, side, end] of groups) {
    const edge = (side === 'west' ? west : east) + random.between(-40, 40);
    const rim = (end === 'north' ? top : bottom) + random.between(-40, 40);
    const bySide = cutGroup(mesh, whole, line(turnedAt(edge, (top + bottom) / 2), NORTH, LIMIT), rules);
    const kept = need(side === 'west' ? bySide.right : bySide.left);
    const byEnd = cutGroup(mesh, kept, line(turnedAt(MIDDLE[0], rim), EAST, LIMIT), rules);
    const surveyed = need(end === 'north' ? byEnd.right : byEnd.left);
    for (const { sheet, group } of splitSheets(mesh, random, surveyed, of(unit))) {
      regions.push({ unit, sheet });
      for (const face of [group.main, ...group.strips.map((each) => each.face)]) mesh.region[face] = regions.length - 1;
      sheets.push({ region: regions.length - 1, ...group });
    }
  }
  return { mesh, regions, sheets };
}
