import type { Room } from '../../map/map-context.ts';

/** At least this share of the map stays free, else what covers it is left out of account. */
const LEAST_FREE = 0.2;
/** What is as broad as this covers the map from above or below, else from a side. */
const BROAD = 0.7;

/** What of the map is covered by the question, the card and an open panel, so that nothing is shown behind them. */
export function coveredRoom(target: HTMLElement): Room {
  const map = target.getBoundingClientRect();
  const room = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const over of document.querySelectorAll<HTMLElement>('.ask, .map-panel:not([hidden]), .card:not([hidden])')) {
    const box = over.getBoundingClientRect();
    const beside = box.right <= map.left || box.left >= map.right || box.bottom <= map.top || box.top >= map.bottom;
    if (beside) continue;
    if (box.width >= map.width * BROAD) {
      if (box.top + box.bottom > map.top + map.bottom) room.bottom = Math.max(room.bottom, map.bottom - box.top);
      else room.top = Math.max(room.top, box.bottom - map.top);
    } else if (box.left + box.right < map.left + map.right) room.left = Math.max(room.left, box.right - map.left);
    else room.right = Math.max(room.right, map.right - box.left);
  }
  if (map.width - room.left - room.right < map.width * LEAST_FREE) room.left = room.right = 0;
  if (map.height - room.top - room.bottom < map.height * LEAST_FREE) room.top = room.bottom = 0;
  return room;
}
