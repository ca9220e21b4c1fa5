import type { PublicLayer } from '../../../../server/domain/contract/portal/portal-layers.ts';
import { layerTitle } from '../../../../server/domain/layer/overlay-words.ts';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import { CallFailed } from '../../../api/get-json.ts';
import { layerSign } from '../../../map/style/layer-sign.ts';
import { element } from '../../../ui/element.ts';
import type { MapStage, MapTool } from '../map-stage.ts';
import type { ShownLayers } from '../shown-layers.ts';

/** Which thematic layers lie over the parcels: a switch for each, with its sign, source and date. The list is their legend. */
export function createLayers({ words, language, context, say }: MapStage, shown: ShownLayers): MapTool {
  const list = element('ul', { class: 'map-layers' });
  const state = element('p', { class: 'map-note', role: 'status' });
  const retry = element('button', { type: 'button', hidden: '' }, words('map.retry'));

  const row = (layer: PublicLayer) => {
    const title = layerTitle(layer, language);
    const box = element('input', {
      type: 'checkbox',
      id: `layer-${layer.code}`,
      'aria-describedby': `layer-of-${layer.code}`,
    });
    box.checked = shown.codes().includes(layer.code);
    box.addEventListener('change', () => {
      shown.set(layer.code, box.checked);
      say(words(box.checked ? 'layers.on' : 'layers.off', { layer: title }));
    });
    const label = element(
      'label',
      { class: 'map-check', for: box.id },
      box,
      layerSign(layer.theme, context().theme) as unknown as HTMLElement,
      ` ${title}`,
    );
    const of = words('layers.source', {
      source: layer.source,
      day: formatDay(layer.date, language),
      licence: layer.licence,
    });
    return element('li', {}, label, element('p', { class: 'map-note', id: `layer-of-${layer.code}` }, of));
  };
  async function fill(): Promise<void> {
    retry.hidden = true;
    if (list.childElementCount === 0) state.textContent = words('layers.loading');
    try {
      const layers = await shown.known();
      list.replaceChildren(...layers.map(row));
      state.textContent = words(layers.length === 0 ? 'layers.none' : 'layers.note');
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      state.textContent = words('layers.failed');
      retry.hidden = false;
    }
  }
  retry.addEventListener('click', () => void fill().catch(reportError));
  return { panel: element('div', {}, list, state, retry), opened: () => void fill().catch(reportError) };
}
