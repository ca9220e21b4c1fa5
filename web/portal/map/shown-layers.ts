/** Which thematic layers the map shows; the address says it, so that a link shows the same. */
import type { PublicLayer } from '../../../server/domain/contract/portal/portal-layers.ts';
import { layerTiles, listPublicLayers } from '../../api/portal.ts';
import type { LayerContext } from '../../map/map-context.ts';

export interface ShownLayers {
  /** Layers that can be shown on the map. Asked once; a failure is asked again. Rejects with CallFailed. */
  known(): Promise<readonly PublicLayer[]>;
  /** Codes of those that are switched on. */
  codes(): readonly string[];
  set(code: string, on: boolean): void;
  /** All at once, as an address names them. */
  setAll(codes: readonly string[]): void;
  /** Those switched on that there are, for the map; `attempt` as for the other layers. */
  contexts(attempt: number): LayerContext[];
}

/** `changed` hears of every change of what is to be drawn, also when it has become known what there is. */
export function createShownLayers(start: readonly string[], changed: (codes: readonly string[]) => void): ShownLayers {
  let on: readonly string[] = start;
  let known: readonly PublicLayer[] = [];
  let asking: Promise<readonly PublicLayer[]> | null = null;
  const ask = () => {
    asking ??= listPublicLayers().then(
      (all) => {
        known = all.filter(({ channels }) => channels.includes('tiles'));
        return known;
      },
      (error) => {
        asking = null;
        throw error;
      },
    );
    return asking;
  };
  const setAll = (codes: readonly string[]) => {
    on = codes;
    changed(on);
    // What is not known to be there is not asked for: its tiles would be missing for ever.
    if (on.length > 0 && known.length === 0) ask().then(() => changed(on), reportError);
  };
  if (start.length > 0) setAll(start);
  return {
    known: ask,
    codes: () => on,
    set: (code, isOn) => setAll(isOn ? [...on.filter((one) => one !== code), code] : on.filter((one) => one !== code)),
    setAll,
    contexts: (attempt) =>
      known
        .filter(({ code }) => on.includes(code))
        .map(({ code, theme, edition }) => ({
          id: `layer-${code}`,
          kind: 'theme-tiles',
          theme,
          url: `${layerTiles(code)}#${edition}`,
          attempt,
        })),
  };
}
