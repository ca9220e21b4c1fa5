import type { Trx } from '../kit/transaction.ts';
import type { Piece } from './land.ts';

/** The current boundaries of parcels as one; undefined where they are not one piece. Gaps up to the tolerance are closed. */
export async function uniteParcels(
  trx: Trx,
  parcelIds: readonly string[],
  toleranceM: number,
): Promise<Omit<Piece, 'widthM'> | undefined> {
  const { rows } = await trx.query<{
    ewkb: string | null;
    shape: { coordinates: number[][][] } | null;
    area: number | null;
  }>(
    `select st_asewkb(u.geom)::text as ewkb, st_asgeojson(u.geom, 15)::json as shape, st_area(u.geom) as area
     from (select cadastre.unite(array_agg(v.geom_legal order by w.n), $2) as geom
       from unnest($1::uuid[]) with ordinality as w(parcel_id, n)
       join cadastre.parcel_version v on v.parcel_id = w.parcel_id and v.status = 'current') u`,
    [parcelIds, toleranceM],
  );
  const [row] = rows;
  if (!row?.ewkb || !row.shape || row.area === null) return undefined;
  return { ewkb: row.ewkb.replace(/^\\x/, ''), rings: row.shape.coordinates, areaM2: row.area };
}
