import { outlineTiles, parcelTiles } from '../../api/portal.ts';
import { tileMark } from '../../api/tile-mark.ts';
import type { Extent } from '../../map/map-context.ts';
import { coveringTile } from '../../map/tiles/covering-tile.ts';

/** How often an open map asks whether the land it shows has changed: two small questions. */
const LOOK_EVERY_MS = 20_000;

function placeOf(box: Extent): string {
  const { z, x, y } = coveringTile(box);
  return `${z}/${x}/${y}`;
}

interface Watch {
  /** The land that is looked at; null while that changes nothing, as of a past day. */
  extent(): Extent | null;
  /** Something there was registered, or taken back. */
  changed(): void;
}

/**
 * Tells when the land in view has changed. Asks from time to time, and at once when the reader comes back to the page;
 * never while nobody sees it. To be told when the view has moved: over other cells of the register it is another question,
 * and what it shows was just fetched.
 */
export function watchFreshness({ extent, changed }: Watch): { moved(): void } {
  let known: { readonly about: string; readonly marks: string } | null = null;
  let asking = false;
  async function look(): Promise<void> {
    const box = extent();
    if (asking || !box || document.visibilityState !== 'visible') return;
    asking = true;
    try {
      const about = placeOf(box);
      const marks = await Promise.all(
        [parcelTiles(null), outlineTiles(null)].map((url) => tileMark(url.replace('{z}/{x}/{y}', about))),
      );
      if (marks.includes(null)) return;
      const now = { about, marks: marks.join(' ') };
      const before = known;
      known = now;
      if (before?.about === about && before.marks !== now.marks) changed();
    } finally {
      asking = false;
    }
  }
  const begin = () => void look().catch(reportError);
  setInterval(begin, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', begin);
  return {
    moved() {
      const box = extent();
      if (box && placeOf(box) !== known?.about) begin();
    },
  };
}
