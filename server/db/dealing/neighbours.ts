/** Parcels that a dealing changes without being about them: they get a corner, and keep number, code and everything else. */
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';
import type { CorneredNeighbour, PlannedParcel } from './land.ts';

export async function describeNeighbours(trx: Trx, neighbours: readonly CorneredNeighbour[]): Promise<PlannedParcel[]> {
  const { rows } = await trx.query<
    Omit<PlannedParcel, 'role' | 'ewkb' | 'areaM2' | 'featurePoint'> & { x: number; y: number }
  >(
    prepared(
      `select v.parcel_id as "parcelId", v.version_no + 1 as version, v.sheet_id as "sheetId", v.parcel_no as no, v.parcel_code::text as code,
       v.land_use as "landUse", v.legal_area_m2::float8 as "legalAreaM2", st_x(v.feature_point) as x, st_y(v.feature_point) as y
     from unnest($1::uuid[]) with ordinality as w(parcel_id, n)
     join cadastre.parcel_version v on v.parcel_id = w.parcel_id and v.status = 'current' order by w.n`,
      [neighbours.map(({ parcelId }) => parcelId)],
    ),
  );
  return rows.map(({ x, y, ...row }, at) => {
    const { ewkb, areaM2, parcelId } = neighbours[at]!;
    if (parcelId !== row.parcelId) throw new Error(`neighbour ${parcelId} is no longer current`);
    return { ...row, role: 'neighbour', ewkb, areaM2, featurePoint: [x, y] };
  });
}
