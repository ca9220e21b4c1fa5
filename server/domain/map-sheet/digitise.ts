import type { TracedParcel } from './map-sheet.ts';
import type { Transformation } from './transformation.ts';

/** Millimetres: finer than any sheet was ever drawn, and a corner of two parcels is one and the same. */
const millimetres = (metres: number) => Math.round(metres * 1000) / 1000;

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
 * named as offices name them. The same boundaries on the same sheet are the same bytes.
 */
export function digitise(
  { sheetNo, srid }: { readonly sheetNo: string; readonly srid: number },
  parcels: readonly TracedParcel[],
  { toGround }: Pick<Transformation, 'toGround'>,
): string {
  const features = parcels.map(({ no, landUse, areaM2, ring }) => {
    const corners = ring.map(([x = 0, y = 0]) => toGround([x, y]).map(millimetres));
    return {
      type: 'Feature',
      properties: { SHBANDO: sheetNo, SHTHUA: no, LOAIDAT: landUse, DIENTICH: areaM2 },
      geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]]] },
    };
  });
  const crs = { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${srid}` } };
  return JSON.stringify({ type: 'FeatureCollection', crs, features });
}
