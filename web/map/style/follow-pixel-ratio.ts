import type OlMap from 'ol/Map.js';
import type { LiveLayer } from '../tiles/tile-layer.ts';

/**
 * Keeps the canvas as fine as the screen: who zooms the page, or moves the window to another screen, has other pixels.
 * Returns how to stop.
 */
export function followPixelRatio(map: OlMap, live: ReadonlyMap<string, LiveLayer>): () => void {
  let query: MediaQueryList | null = null;
  const follow = () => {
    query?.removeEventListener('change', follow);
    // Asks for the present ratio alone: it changes once, and is then asked anew.
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', follow);
    if (map.getPixelRatio() === devicePixelRatio) return;
    map.setPixelRatio(devicePixelRatio);
    // OpenLayers keeps the pictures of tiles it has drawn, whatever the ratio (VectorTileLayer.tileImageNeedsRender_).
    for (const { layers } of live.values()) for (const layer of layers) layer.changed();
  };
  follow();
  // Who zooms a page changes its size too, of which some browsers tell sooner.
  addEventListener('resize', follow);
  return () => {
    removeEventListener('resize', follow);
    query?.removeEventListener('change', follow);
  };
}
