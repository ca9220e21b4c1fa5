/** Tiles of the Web Mercator pyramid (EPSG:3857), x from the west, y from the north, as in OGC's WebMercatorQuad. */
export const MAX_ZOOM = 22;

/** Side of the whole square, in Mercator metres: 2π × 6,378,137. */
const WORLD_M = 40_075_016.685_578_488;

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Whether such a tile exists in the pyramid. */
export function isTileAddress({ z, x, y }: TileAddress): boolean {
  if (!Number.isInteger(z) || z < 0 || z > MAX_ZOOM) return false;
  const side = 2 ** z;
  return [x, y].every((n) => Number.isInteger(n) && n >= 0 && n < side);
}

/** Side of one pixel of a 512-pixel tile, in Mercator metres (at 21.3° N the ground is 1.07 times shorter). */
export function pixelSizeM(z: number): number {
  return WORLD_M / 2 ** z / 512;
}

/** East and north in Mercator metres (EPSG:3857) of a place in degrees, WGS 84. */
export function toMercator(lon: number, lat: number): [east: number, north: number] {
  const radius = WORLD_M / (2 * Math.PI);
  return [(lon * Math.PI * radius) / 180, radius * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))];
}
