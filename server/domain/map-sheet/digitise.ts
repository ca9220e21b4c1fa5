import { type Corner, landOfRings } from './land-of-rings.ts';
import type { TracedParcel } from './map-sheet.ts';
import type { Transformation } from './transformation.ts';

/** To 0.1 mm, as the register keeps them: a corner caught by a registered one is that corner, and a corner of two parcels one and the same. */
const asKept = (metres: number) => Math.round(metres * 10_000) / 10_000;

export interface UnfitParcel {
  /** Place in the list. */
  readonly at: number;
  readonly why: 'number' | 'twice';
}

/** Why boundaries cannot be handed over; none where they can. */
export const unfitParcels = (parcels: readonly TracedParcel[]): UnfitParcel[] =>
  parcels.flatMap(({ no }, at): UnfitParcel[] => {
    if (no === '') return [{ at, why: 'number' }];
    const first = parcels.findIndex((other) => other.no.toLowerCase() === no.toLowerCase());
    return first < at ? [{ at, why: 'twice' }] : [];
  });

/**
 * Traced boundaries as a file that the import reads: GeoJSON whose `crs` member names the system of the sheet, [east, north] in metres, columns
 * named as offices name them. A boundary inside another is a hole of it (land-of-rings.ts). The same boundaries on the same sheet are the same bytes.
 */
export function digitise(
  { sheetNo, srid }: { readonly sheetNo: string; readonly srid: number },
  parcels: readonly TracedParcel[],
  { toGround }: Pick<Transformation, 'toGround'>,
): string {
  const rings = parcels.map(({ ring }) =>
    ring.map(([x = 0, y = 0]): Corner => {
      const [east, north] = toGround([x, y]);
      return [asKept(east), asKept(north)];
    }),
  );
  const land = landOfRings(rings);
  const features = parcels.map(({ no, landUse, areaM2 }, at) => ({
    type: 'Feature',
    properties: { SHBANDO: sheetNo, SHTHUA: no, LOAIDAT: landUse, DIENTICH: areaM2 },
    geometry: { type: 'Polygon', coordinates: (land[at] ?? []).map((ring) => [...ring, ring[0]]) },
  }));
  const crs = { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${srid}` } };
  return JSON.stringify({ type: 'FeatureCollection', crs, features });
}
