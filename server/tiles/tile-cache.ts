/** Finished tiles kept in memory, the least recently asked thrown out first. Bounded by bytes, not by number. */
export interface TileCache {
  get(key: string): Buffer | undefined;
  set(key: string, tile: Buffer): void;
}

/** What a Map entry and a Buffer cost beside their bytes; also the price of an empty tile. */
const ENTRY_BYTES = 200;

/** Keys carry the revision of their area, so a tile is never stale: a new registration makes a new key. */
export function createTileCache(maxBytes: number): TileCache {
  const tiles = new Map<string, Buffer>();
  let bytes = 0;
  return {
    get(key) {
      const tile = tiles.get(key);
      if (tile) {
        // A Map keeps the order of insertion: taking it out and putting it back makes it the newest.
        tiles.delete(key);
        tiles.set(key, tile);
      }
      return tile;
    },
    set(key, tile) {
      const old = tiles.get(key);
      if (old) bytes -= old.length + ENTRY_BYTES;
      tiles.delete(key);
      tiles.set(key, tile);
      bytes += tile.length + ENTRY_BYTES;
      for (const [oldest, { length }] of tiles) {
        if (bytes <= maxBytes) break;
        tiles.delete(oldest);
        bytes -= length + ENTRY_BYTES;
      }
    },
  };
}
