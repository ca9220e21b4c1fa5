import type { Words } from '../../../i18n/words.ts';
import { element } from '../../../ui/element.ts';
import type { MapTool } from '../map-stage.ts';

/** The keys of the map, as a panel. */
export function createHelp(words: Words): MapTool {
  const keys: [string, string][] = [
    [words('help.key.arrows'), words('help.arrows')],
    [words('help.key.small'), words('help.small')],
    ['+  −', words('help.zoom')],
    ['Enter', words('help.enter')],
    [words('help.key.space'), words('help.space')],
    [words('help.key.undo'), words('help.undo')],
    ['Esc', words('help.escape')],
    ['?', words('help.help')],
  ];
  const list = element(
    'dl',
    { class: 'map-keys' },
    ...keys.flatMap(([key, what]) => [element('dt', {}, key), element('dd', {}, what)]),
  );
  return { panel: element('div', {}, list, element('p', { class: 'map-note' }, words('help.note'))) };
}
