import type { EditedRing } from '../../../domain/batch/edit.ts';
import { findProjection, isPlausible } from '../../../domain/crs.ts';
import { assemblePolygon } from '../../../domain/geometry/assemble-polygon.ts';
import { featurePoint, parcelCode } from '../../../domain/geometry/feature-point.ts';
import { flatRings } from '../../../domain/geometry/flat-rings.ts';
import { writeWkb } from '../../../domain/geometry/write-wkb.ts';
import { Problem } from '../../../domain/problem/problem.ts';

/** Metres, kept in steps of 0.1 mm as the import keeps them. */
const RULE = { swapAxes: false, unit: 1 };

const unfit = (message: string) => new Problem('edit.ring_unfit', { errors: [{ field: 'edit.value', message }] });

/** A ring drawn by hand with all that hangs on it, as the database stores it. Whether it is valid is for the database to say. */
export function editedRing({ srid, rings }: EditedRing) {
  const projection = findProjection(srid);
  if (!projection || projection.kind === 'geographic') throw unfit('must be in the system of the sheet');
  if (rings.some((ring) => ring.some(([x, y]) => !isPlausible(projection, x, y)))) {
    throw unfit('has a corner outside Viet Nam');
  }
  const { polygons, refusal } = assemblePolygon(flatRings(rings), RULE);
  const [polygon] = polygons;
  if (refusal !== null || !polygon) throw unfit(refusal ?? 'is empty');
  if (polygons.length > 1) throw unfit('has an inner ring outside the outer one');
  const point = featurePoint(polygon);
  return { srid, wkb: writeWkb([polygon]).toString('hex'), point, code: parcelCode(point, srid) };
}
