import type { WordKey } from '../../../i18n/vi/page.ts';
import type { Words } from '../../../i18n/words.ts';
import type { MapEvent } from '../../../map/map-event.ts';
import { element } from '../../../ui/element.ts';
import type { MapTool } from '../map-stage.ts';

export interface ToolEntry {
  readonly id: string;
  readonly title: WordKey;
  /** Made when first opened, so that nobody waits for what they do not use. */
  readonly load: () => Promise<MapTool>;
  /** Shown on a phone without asking for more. */
  readonly first?: boolean;
  /** Worked on the map, so keys belong there once it is open. */
  readonly onMap?: boolean;
}

export interface MapBar {
  readonly bar: HTMLElement;
  open(id: string): Promise<void>;
  close(): boolean;
  hear(event: MapEvent): boolean;
  key(event: KeyboardEvent): boolean;
  readonly current: () => string | null;
}

/** The bar of tools under the map, each a word, and the one panel that is open. `onMap` gives the focus to the map. */
export function createMapBar(
  host: HTMLElement,
  words: Words,
  entries: readonly ToolEntry[],
  onChange: (id: string | null) => void,
  onMap: () => void,
): MapBar {
  const tools = new Map<string, Promise<MapTool>>();
  const buttons = new Map<string, HTMLButtonElement>();
  let open: { id: string; tool: MapTool; panel: HTMLElement } | null = null;

  const bar = element('div', { class: 'map-bar', role: 'group', 'aria-label': words('map.tools') });
  const more = element('button', { type: 'button', class: 'map-more', 'aria-expanded': 'false' }, words('map.more'));
  const spread = (all: boolean) => {
    bar.toggleAttribute('data-all', all);
    more.setAttribute('aria-expanded', String(all));
    more.textContent = words(all ? 'map.less' : 'map.more');
  };
  more.addEventListener('click', () => spread(!bar.hasAttribute('data-all')));

  function close(): boolean {
    if (!open) return false;
    const { id, tool, panel } = open;
    open = null;
    const within = panel.contains(document.activeElement);
    panel.hidden = true;
    tool.closed?.();
    const button = buttons.get(id);
    button?.setAttribute('aria-expanded', 'false');
    onChange(null);
    // A phone folds the button away; the one that unfolds is next to it.
    if (within) (button?.checkVisibility() ? button : more).focus();
    return true;
  }
  function frame(entry: ToolEntry, tool: MapTool): HTMLElement {
    const known = host.querySelector<HTMLElement>(`#map-panel-${entry.id}`);
    if (known) return known;
    const heading = element('h2', { id: `map-title-${entry.id}`, tabindex: '-1' }, words(entry.title));
    const shut = element('button', { type: 'button', class: 'map-shut' }, words('map.close'));
    shut.addEventListener('click', close);
    const made = element(
      'section',
      { class: 'map-panel', id: `map-panel-${entry.id}`, 'aria-labelledby': heading.id, hidden: '' },
      element('div', { class: 'map-panel-head' }, heading, shut),
      tool.panel,
    );
    host.append(made);
    return made;
  }
  async function openTool(id: string): Promise<void> {
    const entry = entries.find((one) => one.id === id);
    if (!entry || open?.id === id) return;
    const loading = tools.get(id) ?? entry.load();
    tools.set(id, loading);
    // A chunk that did not come must be asked for again the next time.
    loading.catch(() => tools.delete(id));
    const tool = await loading;
    close();
    const panel = frame(entry, tool);
    open = { id, tool, panel };
    spread(false);
    panel.hidden = false;
    buttons.get(id)?.setAttribute('aria-expanded', 'true');
    onChange(id);
    tool.opened?.();
  }
  for (const entry of entries) {
    const button = element(
      'button',
      { type: 'button', 'aria-expanded': 'false', 'data-tool': entry.id, ...(entry.first ? { 'data-first': '' } : {}) },
      words(entry.title),
    );
    button.addEventListener('click', (event) => {
      if (open?.id === entry.id) return void close();
      // By key, as against by pointer: a click that no finger made has no count.
      const byKey = event.detail === 0;
      openTool(entry.id)
        .then(
          () => byKey && (entry.onMap ? onMap() : host.querySelector<HTMLElement>(`#map-title-${entry.id}`)?.focus()),
        )
        .catch(reportError);
    });
    buttons.set(entry.id, button);
    bar.append(button);
  }
  bar.append(more);
  host.append(bar);
  return {
    bar,
    open: openTool,
    close,
    hear: (event) => open?.tool.hear?.(event) ?? false,
    key: (event) => open?.tool.key?.(event) ?? false,
    current: () => open?.id ?? null,
  };
}
