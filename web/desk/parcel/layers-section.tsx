import type { Overlay } from '../../../server/domain/layer/overlay.ts';
import { layerTitle, overlayMeasure, overlayName, overlayValue } from '../../../server/domain/layer/overlay-words.ts';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import { LayerSignMark } from '../layer/layer-sign-mark.tsx';
import { useOverlaysOf } from '../layer/use-layers.ts';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';

/** What thematic layers, public or not, have on the parcel; which have nothing is said too. */
export function LayersSection({ id, at }: { readonly id: string; readonly at: string | null }) {
  const { w, language } = useWords();
  const overlays = useOverlaysOf(id, at);
  const layers = overlays.data?.layers ?? [];
  const unmet = layers.filter(({ items }) => items.length === 0).map((layer) => layerTitle(layer, language));
  return (
    <section className="land-part" data-part="layers">
      <h2>{w('layers.onParcel')}</h2>
      <ListState of={overlays} empty={layers.length === 0 ? w('layers.onParcelNone') : null}>
        {layers
          .filter(({ items }) => items.length > 0)
          .map((layer) => (
            <Layer key={layer.code} layer={layer} />
          ))}
        {unmet.length > 0 && <p>{w('layers.nothingWith', { layers: unmet.join(', ') })}</p>}
        <p className="quiet land-note">{w('layers.note')}</p>
      </ListState>
    </section>
  );
}

function Layer({ layer }: { readonly layer: Overlay }) {
  const { w, language } = useWords();
  const { source, date, items, more } = layer;
  return (
    <div data-layer={layer.code}>
      <h3>
        <LayerSignMark of={layer.theme} /> {layerTitle(layer, language)}
      </h3>
      <ul className="land-lines">
        {items.map((item) => {
          const value = overlayValue(item, language);
          return (
            <li key={item.no}>
              {overlayName(item, language)}: <strong className="number">{overlayMeasure(item, language)}</strong>
              {value !== null && ` · ${value}`}
            </li>
          );
        })}
        {more > 0 && <li>{w('layers.more', { n: more })}</li>}
      </ul>
      <p className="quiet">{w('layers.source', { source, day: formatDay(date, language) })}</p>
    </div>
  );
}
