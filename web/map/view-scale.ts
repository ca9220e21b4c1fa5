/** Mercator metres a pixel at zoom 0 of a 256-pixel world: 2π × 6,378,137 / 256. */
const ZOOM_0 = 156_543.033_928_040_97;

/** How much longer a metre of ground is in Web Mercator at a latitude. */
export const mercatorStretch = (latitude: number) => 1 / Math.cos((latitude * Math.PI) / 180);

/**
 * Resolution of a view (units a pixel) at a Mercator zoom: the same ground is as large on screen in Mercator and in a
 * projection true to scale.
 */
export function resolutionAt(zoom: number, latitude: number, srid: number): number {
  const mercator = ZOOM_0 / 2 ** zoom;
  return srid === 3857 ? mercator : mercator / mercatorStretch(latitude);
}

/** The other way round. */
export function zoomAt(resolution: number, latitude: number, srid: number): number {
  const mercator = srid === 3857 ? resolution : resolution * mercatorStretch(latitude);
  return Math.log2(ZOOM_0 / mercator);
}

/** Coarsest and finest a view goes, in zoom levels. */
export const ZOOM_RANGE = { coarsest: 6, finest: 22 } as const;
export const COARSEST_RESOLUTION = ZOOM_0 / 2 ** ZOOM_RANGE.coarsest;
export const FINEST_RESOLUTION = ZOOM_0 / 2 ** ZOOM_RANGE.finest / 1.1;
