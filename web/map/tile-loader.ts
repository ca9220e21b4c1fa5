import { intersects, type Extent as OlExtent } from 'ol/extent.js';
import type { FeatureLike } from 'ol/Feature.js';
import type VectorTileSource from 'ol/source/VectorTile.js';
import type Tile from 'ol/Tile.js';
import TileState from 'ol/TileState.js';
import type OlVectorTile from 'ol/VectorTile.js';

type VectorTile = OlVectorTile<FeatureLike>;

/** Asks for the bytes of a tile; null where there is nothing in it. Rejects when it cannot be had, or was aborted. */
export type FetchTile = (url: string, signal: AbortSignal) => Promise<ArrayBuffer | null>;

export interface TileLoader {
  /** For `tileLoadFunction` of a source. */
  load(tile: Tile, url: string): void;
  /** Stops what the view no longer needs and takes up again what it needs after all. `extent` in the source's units. */
  sift(extent: OlExtent, zoom: number): void;
  /** Asks again for whatever failed. */
  retry(): void;
  /** Stops everything: the layer goes. */
  close(): void;
}

interface Report {
  loading(pending: number): void;
  failed(failed: number): void;
}

/** Tiles one level off are still wanted: a view in another projection falls between levels. */
const LEVELS_APART = 1;
/** Given-up tiles remembered in case the reader comes back; older ones OpenLayers has forgotten too. */
const REMEMBERED = 256;

/**
 * Loads the tiles of one source. A reader who pans away does not wait for, and the server does not draw, what is no
 * longer seen: requests are aborted. `prepare` looks at the features of a tile once, before they are drawn.
 */
export function createTileLoader(
  fetchTile: FetchTile,
  prepare: (features: FeatureLike[], tileExtent: OlExtent) => void,
  report: Report,
): TileLoader {
  const running = new Map<VectorTile, AbortController>();
  const givenUp = new Map<string, VectorTile>();
  const failed = new Map<string, VectorTile>();
  let closed = false;

  const settle = (tile: VectorTile, done: () => void) => {
    running.delete(tile);
    if (closed) return;
    done();
    report.loading(running.size);
  };
  async function bring(tile: VectorTile, url: string, extent: OlExtent): Promise<void> {
    const control = new AbortController();
    running.set(tile, control);
    report.loading(running.size);
    try {
      const bytes = await fetchTile(url, control.signal);
      const features = bytes ? tile.getFormat().readFeatures(bytes, { extent }) : [];
      prepare(features, extent);
      settle(tile, () => tile.setFeatures(features));
    } catch (error) {
      const aborted = control.signal.aborted;
      settle(tile, () => {
        (aborted ? givenUp : failed).set(url, tile);
        tile.setState(TileState.ERROR);
        if (!aborted) report.failed(failed.size);
      });
      if (!aborted && !(error instanceof Error && error.name === 'CallFailed')) throw error;
    }
  }
  /** From failed back to untouched, which OpenLayers allows for a tile in error. */
  const again = (tile: VectorTile) => {
    tile.setState(TileState.IDLE);
    tile.load();
  };
  return {
    load(tile, url) {
      const mine = tile as VectorTile;
      givenUp.delete(url);
      failed.delete(url);
      mine.setLoader((extent) => void bring(mine, url, extent).catch(reportError));
    },
    sift(extent, zoom) {
      const wanted = (tile: VectorTile) =>
        Math.abs((tile.tileCoord[0] ?? 0) - zoom) <= LEVELS_APART && !!tile.extent && intersects(tile.extent, extent);
      for (const [tile, control] of running) if (!wanted(tile)) control.abort();
      for (const [url, tile] of givenUp) {
        if (wanted(tile)) {
          givenUp.delete(url);
          again(tile);
        } else if (givenUp.size > REMEMBERED) givenUp.delete(url);
      }
    },
    retry() {
      const tiles = [...failed.values()];
      failed.clear();
      for (const tile of tiles) again(tile);
    },
    close() {
      closed = true;
      for (const control of running.values()) control.abort();
      if (running.size > 0) report.loading(0);
      running.clear();
    },
  };
}

/** The level of a source that a view of this resolution (source units a pixel) asks for. */
export function sourceZoom(source: VectorTileSource, resolution: number): number {
  return source.getTileGrid()?.getZForResolution(resolution, 1) ?? 0;
}
