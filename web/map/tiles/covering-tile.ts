import type { TileAddress } from '../../../server/domain/tile-address.ts';
import type { Extent } from '../map-context.ts';

/** The register counts its changes in cells of this zoom (cadastre.tile_revision). */
const CELLS = 14;
/** Where Web Mercator ends. */
const MOST_LATITUDE = 85;

/** Place of a point in the Web Mercator square, both from 0 to 1, x from the west and y from the north. */
function inSquare(longitude: number, latitude: number): readonly [number, number] {
  const phi = (Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude)) * Math.PI) / 180;
  return [(longitude + 180) / 360, (1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2];
}

/** The smallest tile, not below a cell of the register, that holds a whole box of degrees. */
export function coveringTile([west, south, east, north]: Extent): TileAddress {
  const [left, top] = inSquare(west, north);
  const [right, bottom] = inSquare(east, south);
  for (let z = CELLS; z > 0; z -= 1) {
    const cell = (n: number) => Math.floor(n * 2 ** z);
    const [x, y] = [cell(left), cell(top)];
    if (x === cell(right) && y === cell(bottom) && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z) return { z, x, y };
  }
  return { z: 0, x: 0, y: 0 };
}
