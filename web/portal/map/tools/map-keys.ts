import type { MapBar } from './map-bar.ts';

interface KeyActions {
  /** Enter or Space where no tool wants it. */
  pick(): void;
  help(): void;
  /** Escape where no panel is open: put the parcel away. */
  away(): boolean;
  /** The map is being driven by keys: show where its middle is. */
  byKeys(is: boolean): void;
}

const MOVING = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', '+', '-', '=', 'Enter', ' ']);
const isField = (node: EventTarget | null) =>
  node instanceof HTMLElement && /^(input|select|textarea)$/i.test(node.tagName);

/** The keys of the map; arrows, + and − belong to the map itself. A key typed into a field stays the field's. */
export function listenToKeys(host: HTMLElement, target: HTMLElement, bar: MapBar, actions: KeyActions): void {
  host.addEventListener('keydown', (event) => {
    const onMap = event.target === target;
    // Before anything else: the map itself has taken the keys that move it by now.
    if (onMap && MOVING.has(event.key)) actions.byKeys(true);
    if (event.defaultPrevented || (isField(event.target) && event.key !== 'Escape')) return;
    const act = (): boolean => {
      if (bar.key(event)) return true;
      if (event.key === 'Escape') return bar.close() || actions.away();
      if (!onMap || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === 'Enter' || event.key === ' ') actions.pick();
      else if (event.key === '?') actions.help();
      else return false;
      return true;
    };
    if (act()) event.preventDefault();
  });
  target.addEventListener('pointerdown', () => actions.byKeys(false));
}
