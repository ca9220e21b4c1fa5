import type { BatchRecordDetail } from '../../../api/batch/batches.ts';
import type { SheetPlan } from '../../../map/map-context.ts';

/** The registered boundary of the parcel that a record is of, where the record has another: drawn as what is old. */
export function registeredBoundary(record: BatchRecordDetail | null): SheetPlan | null {
  const { fields, geometryLegal } = record?.difference ?? {};
  if (!fields?.includes('boundary') || geometryLegal?.type !== 'Polygon') return null;
  const rings = geometryLegal.coordinates as number[][][];
  return { srid: geometryLegal.srid, shapes: [{ kind: 'old', rings }], drawing: false };
}
