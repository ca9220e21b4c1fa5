import type { Words } from '../i18n/words.ts';
import { element } from '../ui/element.ts';

/** What the map is doing, as a line over it: silent while all is well. */
export interface MapStatus {
  loading(pending: number): void;
  failed(): void;
}

/** Under this much waiting nothing is shown: a line that flickers is worse than none. */
const PATIENCE_MS = 300;

/** `onRetry` is called when the reader asks for the missing tiles again. */
export function createMapStatus(host: HTMLElement, words: Words, onRetry: () => void): MapStatus {
  const line = element('p', { class: 'map-status', role: 'status', hidden: '' });
  host.append(line);
  let timer: number | undefined;
  let broken = false;
  return {
    loading(pending) {
      host.dataset.pending = String(pending);
      if (broken) return;
      if (pending === 0) {
        clearTimeout(timer);
        timer = undefined;
        line.hidden = true;
      } else {
        timer ??= window.setTimeout(() => {
          line.replaceChildren(words('map.loading'));
          line.hidden = false;
        }, PATIENCE_MS);
      }
    },
    failed() {
      if (broken) return;
      broken = true;
      clearTimeout(timer);
      const retry = element('button', { type: 'button' }, words('map.retry'));
      retry.addEventListener('click', () => {
        broken = false;
        timer = undefined;
        line.hidden = true;
        delete line.dataset.state;
        onRetry();
      });
      line.dataset.state = 'failed';
      line.replaceChildren(words('map.failed'), retry);
      line.hidden = false;
    },
  };
}
