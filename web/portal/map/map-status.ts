import type { Words } from '../../i18n/words.ts';
import { element } from '../../ui/element.ts';

/** What the map is doing or lacking, as lines over it: silent while all is well. */
export interface MapStatus {
  loading(pending: number): void;
  failed(): void;
  /** Whether the map is too far away for single parcels. */
  far(is: boolean): void;
  /** A sentence while another day than today is shown; null: today. */
  asOf(sentence: string | null): void;
}

export interface StatusActions {
  /** The reader asks for the missing tiles again. */
  retry(): void;
  closer(): void;
  today(): void;
}

/** Under this much waiting nothing is shown: a line that flickers is worse than none. */
const PATIENCE_MS = 300;

function chip(text: string, button?: HTMLButtonElement): HTMLElement {
  return element('p', { class: 'map-chip', hidden: '' }, text, button ?? null);
}

export function createMapStatus(
  host: HTMLElement,
  target: HTMLElement,
  words: Words,
  actions: StatusActions,
): MapStatus {
  const action = (text: string, act: () => void) => {
    const button = element('button', { type: 'button' }, text);
    button.addEventListener('click', act);
    return button;
  };
  const bar = element('div', { class: 'map-loading', hidden: '', 'aria-hidden': 'true' });
  const failed = chip(
    words('map.failed'),
    action(words('map.retry'), () => retry()),
  );
  failed.classList.add('map-status');
  const offline = chip(words('map.offline'));
  const far = chip(words('map.closer'), action(words('map.closerButton'), actions.closer));
  const day = element('span', {});
  const asOf = element(
    'p',
    { class: 'map-chip map-as-of', hidden: '' },
    day,
    action(words('map.today'), actions.today),
  );
  for (const urgent of [failed, offline]) urgent.dataset.state = 'failed';
  const lines = element('div', { class: 'map-chips', role: 'status' }, failed, offline, far, asOf);
  host.append(bar, lines);

  let timer: number | undefined;
  const retry = () => {
    failed.hidden = true;
    actions.retry();
  };
  const online = () => {
    offline.hidden = navigator.onLine;
    if (navigator.onLine && !failed.hidden) retry();
  };
  addEventListener('online', online);
  addEventListener('offline', online);
  online();
  return {
    loading(pending) {
      target.dataset.pending = String(pending);
      if (pending === 0) {
        clearTimeout(timer);
        timer = undefined;
        bar.hidden = true;
      } else {
        timer ??= window.setTimeout(() => {
          bar.hidden = false;
        }, PATIENCE_MS);
      }
    },
    failed() {
      // Offline has its own sentence, which says more.
      failed.hidden = !navigator.onLine;
      offline.hidden = navigator.onLine;
    },
    far(is) {
      far.hidden = !is;
    },
    asOf(sentence) {
      asOf.hidden = sentence === null;
      day.textContent = sentence;
    },
  };
}
