/** WebMercatorQuad, the one tile matrix set that is served (OGC 17-083r4, annex D.1): x from the west, y from the north. */
import { MAX_ZOOM } from '../tile-address.ts';

export const TILE_MATRIX_SET = 'WebMercatorQuad';
export const TILE_MATRIX_SET_URI = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad';
export const WEB_MERCATOR_URI = 'http://www.opengis.net/def/crs/EPSG/0/3857';

/** Half the side of the square, Mercator metres. */
const HALF_M = 20_037_508.342_789_244;
/** Metres of a pixel of 0.28 mm, by which scales are said. */
const PIXEL_M = 0.000_28;
const SIDE = 256;

/** The whole definition. */
export const tileMatrixSet = (title: string) => ({
  id: TILE_MATRIX_SET,
  title,
  uri: TILE_MATRIX_SET_URI,
  crs: WEB_MERCATOR_URI,
  orderedAxes: ['X', 'Y'],
  wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
  tileMatrices: Array.from({ length: MAX_ZOOM + 1 }, (_, z) => {
    const cellSize = (2 * HALF_M) / SIDE / 2 ** z;
    return {
      id: String(z),
      scaleDenominator: cellSize / PIXEL_M,
      cellSize,
      cornerOfOrigin: 'topLeft',
      pointOfOrigin: [-HALF_M, HALF_M],
      tileWidth: SIDE,
      tileHeight: SIDE,
      matrixWidth: 2 ** z,
      matrixHeight: 2 ** z,
    };
  }),
});

/** Every tile of the pyramid may be asked for; where nothing lies it is empty. */
export const tileMatrixLimits = () =>
  Array.from({ length: MAX_ZOOM + 1 }, (_, z) => ({
    tileMatrix: String(z),
    minTileRow: 0,
    maxTileRow: 2 ** z - 1,
    minTileCol: 0,
    maxTileCol: 2 ** z - 1,
  }));
