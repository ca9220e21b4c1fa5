/** A sheet's records from its finished faces: numbered, measured in the sheet's own system, described. */
import { type Transform, transformer } from '../../../server/domain/crs.ts';
import type { DemoSheet, Position } from '../district.ts';
import { FIELDS, HAMLETS, UNITS } from '../fictional-units.ts';
import type { Random } from '../file/random.ts';
import type { GroundUse } from '../land/landscape.ts';
import { faceHoles, faceRing, type PlanarMesh, type Point } from '../land/planar-mesh.ts';
import { ringArea, ringCentroid } from '../land/ring-measure.ts';
import { MESH_ORIGIN } from '../lay-out-district.ts';
import { describeParcel, type Place } from './describe-parcel.ts';
import { createNames } from './names.ts';
import { numberParcels } from './number-parcels.ts';
import { sheetColumns } from './sheet-columns.ts';
import type { SheetPlan } from './sheet-plan.ts';

/** Mesh point (mm) as a position in EPSG:9214 (m). */
export const fromMesh = ([x, y]: Point): Position => [
  (x + MESH_ORIGIN[0] * 1000) / 1000,
  (y + MESH_ORIGIN[1] * 1000) / 1000,
];

const toSystem = (srid: number): ((point: Point) => Position) => {
  if (srid === 9214) return fromMesh;
  const convert: Transform = transformer(9214, srid);
  return (point) => convert(fromMesh(point)).map((metres) => Math.round(metres * 1000) / 1000) as Position;
};

/** Rounded as the declared areas of the sheet are. */
const rounded = (area: number, step: number): number => (step === 1 ? Math.round(area) : Math.round(area * 10) / 10);

/** Planar area of a parcel, m². */
export const parcelArea = (rings: readonly (readonly Position[])[]): number =>
  rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0);

/** Each sheet has two fields, south and north, and neighbouring sheets of a unit others. */
function fieldsOf({ communeCode, sheetNo }: SheetPlan, south: boolean): Place['fields'] {
  const at = 2 * (Number(sheetNo) + Number(communeCode.slice(-1)));
  const [a, b] = [FIELDS[at % FIELDS.length]!, FIELDS[(at + 1) % FIELDS.length]!];
  return south ? [a, b] : [b, a];
}

/** The sheet without its faults. `faces` is what was finished on its ground, in any order. */
export function buildSheet(
  mesh: PlanarMesh,
  random: Random,
  plan: SheetPlan,
  faces: readonly { face: number; use: GroundUse }[],
): DemoSheet {
  const { kind: _, area: __, firstDozen: ___, ...traits } = plan;
  const unit = UNITS.find(({ code }) => code === plan.communeCode)!;
  const hamlets = HAMLETS[plan.communeCode]!;
  const first = random.integer(0, hamlets.length - 1);
  const names = createNames(random.next);
  const commune = unit.name.replace('Xã', 'xã');
  const holders: Place['holders'] = [];
  const place = toSystem(plan.srid);
  const centres = faces.map(({ face }) => ringCentroid(faceRing(mesh, face)));
  const middle = centres.reduce((sum, [x]) => sum + x, 0) / centres.length;
  const centre = centres.reduce((sum, [, y]) => sum + y, 0) / centres.length;
  const parcels = numberParcels(centres).map((index, order) => {
    const { face, use } = faces[index]!;
    const rings = [faceRing(mesh, face), ...faceHoles(mesh, face)].map((ring) => ring.map(place));
    const hamlet = hamlets[(first + (centres[index]![0] < middle ? 0 : 1)) % hamlets.length]!;
    return {
      parcelNo: String(order + 1),
      rings,
      declaredAreaM2: rounded(parcelArea(rings), plan.areaStep),
      ...describeParcel(
        { random, names, commune, hamlet, fields: fieldsOf(plan, centres[index]![1] < centre), holders },
        use,
      ),
    };
  });
  return {
    ...traits,
    file: `${plan.communeCode}-to-${plan.sheetNo.padStart(2, '0')}`,
    columns: sheetColumns(plan.dictionary).map(({ name }) => name),
    parcels,
    faults: [],
  };
}
