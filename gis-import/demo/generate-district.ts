/**
 * A fictional district, from a seed: its communes, offices, signatories and legacy sheets. The ground is a partition:
 * each boundary is drawn once and read from both sides (see planar-mesh.ts).
 */
import { addIslandPond } from './add-island-pond.ts';
import { buildSheet, fromMesh } from './build-sheet.ts';
import type { DemoUnit, District } from './district.ts';
import { divideSheet } from './divide-land.ts';
import { OFFICES, SIGNATORIES, UNITS } from './fictional-units.ts';
import { type GroundUse, M2 } from './landscape.ts';
import { layOutDistrict } from './lay-out-district.ts';
import { placePatches } from './place-patches.ts';
import { faceRing, type PlanarMesh } from './planar-mesh.ts';
import { plantFaults } from './plant-faults.ts';
import { createRandom } from './random.ts';
import { isSimpleRing } from './ring-faults.ts';
import { ringArea } from './ring-measure.ts';
import { planSheets } from './sheet-plan.ts';
import { unitOutline } from './unit-outline.ts';

const LEAST_PARCEL = 2 * M2;
const ISLAND_PONDS_PER_SHEET = 2;

const mustBeSound = (mesh: PlanarMesh, face: number): void => {
  const ring = faceRing(mesh, face);
  if (!isSimpleRing(ring) || ringArea(ring) < LEAST_PARCEL)
    throw new Error(
      `generated parcel of ${ring.length} points near ${fromMesh(ring[0]!).join(' ')} is not a sound polygon`,
    );
};

/** Makes about `parcels` parcels. The same arguments give the same district. */
export function generateDistrict({ parcels, seed }: { parcels: number; seed: number }): District {
  const random = createRandom(seed);
  const layout = layOutDistrict(random.fork('layout'), planSheets(parcels));
  const { mesh, regions } = layout;
  const finished = layout.sheets.map(({ region, main, strips }) => {
    const own = random.fork(`land ${region}`);
    const faces: { face: number; use: GroundUse }[] = [...strips];
    const patches = placePatches(own, faceRing(mesh, main), regions[region]!.sheet!.kind);
    divideSheet({ mesh, random: own, patches, finish: (face, use) => faces.push({ face, use }) }, main);
    let wanted = ISLAND_PONDS_PER_SHEET;
    for (const { face } of faces.filter(({ use }) => use === 'garden' || use === 'orchard')) {
      const pond = wanted > 0 ? addIslandPond(mesh, own, face) : null;
      if (pond === null) continue;
      faces.push({ face: pond, use: 'pond' });
      wanted--;
    }
    return { region, faces };
  });
  const sheets = finished.map(({ region, faces }) => {
    for (const { face } of faces) mustBeSound(mesh, face);
    const plan = regions[region]!.sheet!;
    const sheet = buildSheet(mesh, random.fork(`records ${region}`), plan, faces);
    if (plan.firstDozen) plantFaults(random.fork(`faults ${region}`), sheet);
    return sheet;
  });
  const communes = UNITS.map((unit): DemoUnit => {
    const codes = new Set([unit.code, ...unit.successorOf]);
    return { ...unit, boundary: unitOutline(mesh, (region) => codes.has(regions[region]!.unit)).map(fromMesh) };
  });
  return { communes, offices: [...OFFICES], signatories: [...SIGNATORIES], sheets };
}
