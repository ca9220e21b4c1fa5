import { formatArea, formatNumber } from '../../../../server/domain/words/format-number.ts';
import type { ParcelProperties } from '../../../map/map-event.ts';
import { element } from '../../../ui/element.ts';
import type { MapStage, MapTool } from '../map-stage.ts';
import { parcelName } from '../parcel-card.ts';

/** More than this is no list any more. */
const SHOWN = 100;

/** The parcels in view as a real list: what the mouse sees by looking, keys and screen readers get as text. */
export function createParcelList({ words, language, map, open, context }: MapStage): MapTool {
  const count = element('p', { class: 'map-note' });
  const list = element('ol', { class: 'map-list' });
  const item = (parcel: ParcelProperties) => {
    const area = parcel.areaM2 === undefined ? null : formatArea(parcel.areaM2, language, 1);
    const about = [area, parcel.landUse].filter((part) => part).join(' · ');
    const chosen = context().selected.includes(parcel.id);
    const button = element(
      'button',
      { type: 'button', 'data-id': parcel.id, ...(chosen ? { 'aria-current': 'true' } : {}) },
      element('span', {}, parcelName(parcel, words)),
      about ? element('span', { class: 'map-list-about number' }, about) : null,
    );
    button.addEventListener('click', () => open(parcel.id));
    return element('li', {}, button);
  };
  let shown = '';
  const fill = () => {
    const parcels = map.seen.parcels();
    const first = parcels.slice(0, SHOWN);
    const key = `${parcels.length} ${context().selected} ${first.map(({ id }) => id)}`;
    if (key === shown) return;
    shown = key;
    const total = formatNumber(parcels.length, language, 0);
    if (parcels.length === 0) count.textContent = words('list.none');
    else if (parcels.length > SHOWN) count.textContent = words('list.capped', { count: total, shown: String(SHOWN) });
    else count.textContent = words('list.count', { count: total });
    const focused = list.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.id : null;
    list.replaceChildren(...first.map(item));
    if (focused) list.querySelector<HTMLElement>(`[data-id="${focused}"]`)?.focus();
  };
  return {
    panel: element('div', {}, count, list),
    opened: fill,
    hear(event) {
      if (event.kind === 'moved' || (event.kind === 'loading' && event.pending === 0) || event.kind === 'picked') {
        requestAnimationFrame(fill);
      }
      return false;
    },
  };
}
