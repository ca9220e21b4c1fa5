import type { Words } from '../../../i18n/words.ts';
import { element } from '../../../ui/element.ts';

/** The two buttons that every map has, with their words. */
export function createZoom(host: HTMLElement, words: Words, by: (levels: number) => void): void {
  const button = (sign: string, word: string, levels: number) => {
    const made = element('button', { type: 'button' }, element('span', { 'aria-hidden': 'true' }, sign), word);
    made.addEventListener('click', () => by(levels));
    return made;
  };
  host.append(
    element('div', { class: 'map-zoom' }, button('+', words('map.zoomIn'), 1), button('−', words('map.zoomOut'), -1)),
  );
}
