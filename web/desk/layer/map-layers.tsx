import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { layerTitle } from '../../../server/domain/layer/overlay-words.ts';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import { layerTiles, listPublicLayers } from '../../api/portal.ts';
import type { LayerContext } from '../../map/map-context.ts';
import { useAsked } from '../shell/use-asked.ts';
import { useWords } from '../shell/use-words.tsx';
import './layer.css';
import { LayerSignMark } from './layer-sign-mark.tsx';

/** As the portal's map writes it, so that an address means the same in both. */
const IN_ADDRESS = 'l';

/** Layers that the map can show, and which of them are switched on: the address says it. */
export function useMapLayers() {
  const [asked, ask] = useAsked();
  const list = useQuery({ queryKey: ['public-layers'], queryFn: listPublicLayers, staleTime: 60_000 });
  const text = asked.get(IN_ADDRESS) ?? '';
  const known = useMemo(() => (list.data ?? []).filter(({ channels }) => channels.includes('tiles')), [list.data]);
  const on = useMemo(() => text.split(',').filter((code) => known.some((layer) => layer.code === code)), [text, known]);
  const set = (code: string, isOn: boolean) => {
    const codes = isOn ? [...on, code] : on.filter((one) => one !== code);
    ask({ [IN_ADDRESS]: codes.length > 0 ? codes.join(',') : null });
  };
  return { known, on, set };
}

/** Those that are switched on, for the map. */
export const layerContexts = ({ known, on }: ReturnType<typeof useMapLayers>, attempt: number): LayerContext[] =>
  known
    .filter(({ code }) => on.includes(code))
    .map(({ code, theme, edition }) => ({
      id: `layer-${code}`,
      kind: 'theme-tiles',
      theme,
      url: `${layerTiles(code)}#${edition}`,
      attempt,
    }));

/** The switch over the map; its list is the legend. Nothing where there is no layer. */
export function MapLayers({ known, on, set }: ReturnType<typeof useMapLayers>) {
  const { w, language } = useWords();
  if (known.length === 0) return null;
  return (
    <details className="map-layers-box">
      <summary>{w('layers.onMap')}</summary>
      <ul>
        {known.map((layer) => (
          <li key={layer.code}>
            <label title={w('layers.source', { source: layer.source, day: formatDay(layer.date, language) })}>
              <input
                type="checkbox"
                checked={on.includes(layer.code)}
                onChange={(event) => set(layer.code, event.currentTarget.checked)}
              />
              <LayerSignMark of={layer.theme} />
              {layerTitle(layer, language)}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
