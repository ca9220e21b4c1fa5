/** Turns #map of a page into the map; the page says so if it cannot. */
import { type Language, wordsOf } from '../i18n/words.ts';
import { element } from '../ui/element.ts';
import { startMap } from './map-island.ts';

const target = document.getElementById('map');
if (target) {
  startMap(target).catch((error: unknown) => {
    const language: Language = document.documentElement.lang === 'en' ? 'en' : 'vi';
    target.append(element('p', { class: 'notice', role: 'alert' }, wordsOf(language)('map.broken')));
    reportError(error);
  });
}
