/**
 * A fictional district, from a seed: its communes, offices, signatories and legacy sheets. The ground is a partition:
 * each boundary is drawn once and read from both sides (see planar-mesh.ts).
 */

import type { DemoUnit, District, WaitingSheet } from './district.ts';
import { OFFICES, SIGNATORIES, UNITS } from './fictional-units.ts';
import { createRandom, type Random } from './file/random.ts';
import { addIslandPond } from './land/add-island-pond.ts';
import { divideSheet } from './land/divide-land.ts';
import { type GroundUse, M2 } from './land/landscape.ts';
import { placePatches } from './land/place-patches.ts';
import { faceRing, type PlanarMesh } from './land/planar-mesh.ts';
import { ringArea } from './land/ring-measure.ts';
import type { Group } from './land/split-sheets.ts';
import { takeAdjoiningGround } from './land/take-adjoining-ground.ts';
import { unitOutline } from './land/unit-outline.ts';
import { type Layout, layOutDistrict } from './lay-out-district.ts';
import { buildSheet, fromMesh } from './sheet/build-sheet.ts';
import { plantFaults } from './sheet/plant-faults.ts';
import { isSimpleRing } from './sheet/ring-faults.ts';
import { planSheets, type SheetPlan } from './sheet/sheet-plan.ts';
import { WAITING_PLANS } from './waiting-plan.ts';

const LEAST_PARCEL = 2 * M2;
const ISLAND_PONDS_PER_SHEET = 2;

const mustBeSound = (mesh: PlanarMesh, face: number): void => {
  const ring = faceRing(mesh, face);
  if (!isSimpleRing(ring) || ringArea(ring) < LEAST_PARCEL)
    throw new Error(
      `generated parcel of ${ring.length} points near ${fromMesh(ring[0]!).join(' ')} is not a sound polygon`,
    );
};

/** The finished faces of a sheet's ground. */
function divideGround(mesh: PlanarMesh, random: Random, kind: SheetPlan['kind'], { main, strips }: Group) {
  const faces: { face: number; use: GroundUse }[] = [...strips];
  const patches = placePatches(random, faceRing(mesh, main), kind);
  divideSheet({ mesh, random, patches, finish: (face, use) => faces.push({ face, use }) }, main);
  let wanted = ISLAND_PONDS_PER_SHEET;
  for (const { face } of faces.filter(({ use }) => use === 'garden' || use === 'orchard')) {
    const pond = wanted > 0 ? addIslandPond(mesh, random, face) : null;
    if (pond === null) continue;
    faces.push({ face: pond, use: 'pond' });
    wanted--;
  }
  return faces;
}

/** The sheets that are not registered, on ground beside the others, after those are finished. */
function surveyMore(random: Random, { mesh, regions }: Layout): WaitingSheet[] {
  const sheetAt = (face: number) => regions[mesh.region[face]!]?.sheet ?? null;
  return WAITING_PLANS.map(({ fate, groundOf, ...plan }): WaitingSheet => {
    const label = `${plan.communeCode} ${plan.sheetNo}`;
    const faces = mesh.faceEdge.map((_, face) => face).slice(1);
    const ground = takeAdjoiningGround(mesh, random.fork(`ground ${label}`), {
      area: plan.area,
      free: faces.filter((face) => regions[mesh.region[face]!]!.unit === groundOf && sheetAt(face) === null),
      // Ground measured in another system meets this one within millimetres only.
      borders: (face) => sheetAt(face)?.srid === plan.srid,
    });
    const finished = divideGround(mesh, random.fork(`land ${label}`), plan.kind, ground);
    for (const { face } of finished) mustBeSound(mesh, face);
    const sheet = buildSheet(mesh, random.fork(`records ${label}`), plan, finished);
    plantFaults(random.fork(`faults ${label}`), sheet);
    return { ...sheet, fate };
  });
}

/** Makes about `parcels` parcels, and a few that wait. The same arguments give the same district. */
export function generateDistrict({ parcels, seed }: { parcels: number; seed: number }): District {
  const random = createRandom(seed);
  const layout = layOutDistrict(random.fork('layout'), planSheets(parcels));
  const { mesh, regions } = layout;
  const finished = layout.sheets.map(({ region, ...ground }) => ({
    region,
    faces: divideGround(mesh, random.fork(`land ${region}`), regions[region]!.sheet!.kind, ground),
  }));
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
  const waiting = surveyMore(random.fork('waiting'), layout);
  return { communes, offices: [...OFFICES], signatories: [...SIGNATORIES], sheets, waiting };
}
