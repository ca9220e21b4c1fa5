import type { Extent as OlExtent } from 'ol/extent.js';
import type { FeatureLike } from 'ol/Feature.js';
import type Tile from 'ol/Tile.js';
import type OlVectorTile from 'ol/VectorTile.js';

type VectorTile = OlVectorTile<FeatureLike>;

/** Asks for the bytes of a tile; null where there is nothing in it. Rejects when it cannot be had, or was aborted. */
export type FetchTile = (url: string, signal: AbortSignal) => Promise<ArrayBuffer | null>;

/** Whether the view needs a tile, by its coordinate z/x/y in the grid of the source. */
export type IsWanted = (tileCoord: readonly number[]) => boolean;

export interface TileLoader {
  /** For `tileLoadFunction` of a source. */
  load(tile: Tile, url: string): void;
  /** Stops what the view no longer needs and takes up again what it needs after all. */
  sift(isWanted: IsWanted): void;
  /** Whether there is anything to sift: a tile on its way, or one that was given up. */
  isBusy(): boolean;
  /** Asks again for whatever failed. */
  retry(): void;
  /** Stops everything: the layer goes. */
  close(): void;
}

interface Report {
  loading(pending: number): void;
  failed(failed: number): void;
}

/** A tile that waits for being asked for. */
interface Waiting {
  readonly tile: VectorTile;
  readonly extent: OlExtent;
}

/** Given-up tiles remembered in case the reader comes back; older ones OpenLayers has forgotten too. */
const REMEMBERED = 256;

/**
 * Loads the tiles of one source. A reader who pans away does not wait for, and the server does not draw, what is no
 * longer seen: requests are aborted. `prepare` looks at the features of a tile once, before they are drawn.
 *
 * OpenLayers never hears of a tile that did not come: for it such a tile is still on its way, and what it has of other
 * levels stands in. Called an error, a tile would be lost for good to each layer that had not yet asked for it: a layer
 * listens only to tiles that are on their way (VectorTileSource.getSourceTiles).
 */
export function createTileLoader(
  fetchTile: FetchTile,
  prepare: (features: FeatureLike[], tileExtent: OlExtent) => void,
  report: Report,
): TileLoader {
  const running = new Map<VectorTile, AbortController>();
  const givenUp = new Map<string, Waiting>();
  const failed = new Map<string, Waiting>();
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
        (aborted ? givenUp : failed).set(url, { tile, extent });
        if (!aborted) report.failed(failed.size);
      });
      if (!aborted && !(error instanceof Error && error.name === 'CallFailed')) throw error;
    }
  }
  const start = (url: string, { tile, extent }: Waiting) => void bring(tile, url, extent).catch(reportError);
  return {
    load(tile, url) {
      const mine = tile as VectorTile;
      givenUp.delete(url);
      failed.delete(url);
      mine.setLoader((extent) => start(url, { tile: mine, extent }));
    },
    sift(isWanted) {
      for (const [tile, control] of running) if (!isWanted(tile.tileCoord)) control.abort();
      for (const [url, waiting] of givenUp) {
        if (isWanted(waiting.tile.tileCoord)) {
          givenUp.delete(url);
          start(url, waiting);
        } else if (givenUp.size > REMEMBERED) givenUp.delete(url);
      }
    },
    isBusy: () => running.size > 0 || givenUp.size > 0,
    retry() {
      const again = [...failed];
      failed.clear();
      for (const [url, waiting] of again) start(url, waiting);
    },
    close() {
      closed = true;
      for (const control of running.values()) control.abort();
      if (running.size > 0) report.loading(0);
      running.clear();
    },
  };
}
