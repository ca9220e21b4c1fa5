import { buffer, getIntersection } from 'ol/extent.js';
import type Projection from 'ol/proj/Projection.js';
import { equivalent, transformExtent } from 'ol/proj.js';
import type VectorTileSource from 'ol/source/VectorTile.js';

/**
 * Coordinates (z/x/y joined by commas) of the tiles of a source that the wanted tiles of a view are made of. In another
 * projection a view is drawn in tiles of its own, each from every source tile it touches. It is OpenLayers' own
 * reckoning (VectorTileSource.getSourceTiles): one of ours beside it would be off by a level now and then, and give up
 * what is looked at. `wanted` are keys of such tiles, each ending in `/z,x,y`.
 */
export function neededTiles(source: VectorTileSource, projection: Projection, wanted: Iterable<string>): Set<string> {
  const needed = new Set<string>();
  const own = source.getProjection();
  const sourceGrid = source.getTileGrid();
  if (!own || !sourceGrid) return needed;
  const viewGrid = source.getTileGridForProjection(projection);
  for (const key of wanted) {
    const coord = key
      .slice(key.lastIndexOf('/') + 1)
      .split(',')
      .map(Number);
    const resolution = viewGrid.getResolution(coord[0] ?? 0);
    // A pixel less all around: what is touched by less than half a pixel is not asked for.
    const drawn = buffer(viewGrid.getTileCoordExtent(coord), -resolution);
    const touched = equivalent(projection, own) ? drawn : transformExtent(drawn, projection, own);
    const extent = getIntersection(touched, sourceGrid.getExtent() ?? touched);
    const zoom = sourceGrid.getZForResolution(resolution, source.zDirection);
    sourceGrid.forEachTileCoord(extent, zoom, (tileCoord) => needed.add(tileCoord.join()));
  }
  return needed;
}
