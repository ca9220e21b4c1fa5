/** Puts the map in the place of its picture when somebody wants it. */
import { wordsOf } from '../../i18n/words.ts';
import { element } from '../../ui/element.ts';

/** Any sign of a reader who is there. A page that is only read, printed or fetched never pays for the map. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown'] as const;

/** A link to a parcel, a place or a day wants the map at once. */
const wantsAtOnce = () => /[?&](p|lat|lon|z|at)=/.test(location.search);

export function openWhenWanted(map: HTMLElement): void {
  const poster = map.querySelector('.poster');
  let begun = false;
  const begin = async () => {
    if (begun) return;
    begun = true;
    for (const sign of SIGNS) removeEventListener(sign, wake);
    try {
      const { startMap } = await import('./map-island.ts');
      await startMap(map);
      poster?.remove();
    } catch (error) {
      const words = wordsOf(document.documentElement.lang === 'en' ? 'en' : 'vi');
      map.append(element('p', { class: 'notice', role: 'alert' }, words('map.broken')));
      reportError(error);
    }
  };
  const wake = (event?: Event) => {
    // Browsers also tell of a pointer that lay still while the page moved under it, and of a page that is laid out anew: nobody is there for that.
    if (event instanceof PointerEvent && event.type === 'pointermove' && !event.movementX && !event.movementY) return;
    if (event?.type === 'scroll' && scrollY === 0) return;
    void begin();
  };
  if (!poster || wantsAtOnce()) {
    wake();
    return;
  }
  for (const sign of SIGNS) addEventListener(sign, wake, { passive: true });
  const button = poster.querySelector<HTMLButtonElement>('[data-open-map]');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', wake);
}
