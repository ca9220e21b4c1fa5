import type { TileAddress } from '../domain/tile-address.ts';

/** The tile of a zoom that holds a point (degrees). */
export function tileAround([longitude, latitude]: readonly [number, number], z: number): TileAddress {
  const side = 2 ** z;
  const radians = (latitude * Math.PI) / 180;
  return {
    z,
    x: Math.floor(((longitude + 180) / 360) * side),
    y: Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * side),
  };
}
