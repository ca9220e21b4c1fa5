import type { FeatureLike } from 'ol/Feature.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style, { type StyleFunction } from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { Theme } from '../map-context.ts';
import { hatch } from './hatch.ts';
import { MAP_FONT, PALETTES } from './map-palette.ts';
import type { Look } from './parcel-style.ts';

/** Finer than this, metres a pixel, a record has room for its number. */
const NUMBERS_WITHIN = 0.9;

interface Dress {
  /** Laid under the lines by a layer of its own (tile-layer.ts). */
  readonly fill: Style | undefined;
  readonly line: Style;
}

/** How each state is drawn: never by colour alone, so what blocks and what is left out are hatched. */
const dresses = new Map<string, Dress>();
function dressOf(status: string, theme: Theme): Dress {
  const key = `${theme} ${status}`;
  const known = dresses.get(key);
  if (known) return known;
  const p = PALETTES[theme];
  const plain = (colour: string, width: number): Dress => ({
    fill: new Style({ fill: new Fill({ color: colour }) }),
    line: new Style({ stroke: new Stroke({ color: colour, width }) }),
  });
  const hatched = (lines: string, edge: string, width: number, lineDash: number[] = []): Dress => ({
    fill: undefined,
    line: new Style({ fill: new Fill({ color: hatch(lines) }), stroke: new Stroke({ color: edge, width, lineDash }) }),
  });
  const made: Record<string, () => Dress> = {
    valid: () => plain(p.accent, 1),
    warned: () => plain(p.warned, 1.2),
    blocked: () => hatched(p.measure, p.measure, 1.6),
    refused: () => hatched(p.historic, p.measure, 1.2),
    ignored: () => hatched(p.historic, p.historic, 1, [4, 4]),
  };
  const dress = (made[status] ?? made.valid!)();
  dresses.set(key, dress);
  return dress;
}

/** Style of what lies under the lines of a batch under review. */
export const recordFills =
  (look: () => Look): StyleFunction =>
  (feature: FeatureLike) =>
    feature.get('layer') === 'records' ? dressOf(String(feature.get('status')), look().theme).fill : undefined;

/**
 * Style of the tiles of a batch under review. `emphasis` is a code of finding: records that have it are outlined, as is
 * the one that is selected.
 */
export function recordStyle(look: () => Look, isNamed: (feature: FeatureLike) => boolean): StyleFunction {
  return (feature: FeatureLike, resolution: number) => {
    if (feature.get('layer') !== 'records') return undefined;
    const { theme, selected, emphasis, recordNumbers } = look();
    const { accent, casing, ink, halo, measure } = PALETTES[theme];
    const styles: Style[] = [dressOf(String(feature.get('status')), theme).line];
    const codes = String(feature.get('codes') ?? '').split(',');
    if (emphasis && codes.includes(emphasis)) {
      styles.push(new Style({ stroke: new Stroke({ color: casing, width: 5 }), zIndex: 1 }));
      styles.push(new Style({ stroke: new Stroke({ color: measure, width: 2.5 }), zIndex: 2 }));
    }
    if (selected.includes(String(feature.getId()))) {
      styles.push(new Style({ stroke: new Stroke({ color: casing, width: 7 }), zIndex: 3 }));
      styles.push(new Style({ stroke: new Stroke({ color: accent, width: 3 }), zIndex: 4 }));
    }
    const no = feature.get('parcelNo');
    if (no && recordNumbers && resolution < NUMBERS_WITHIN && isNamed(feature)) {
      const text = new Text({
        text: String(no),
        font: `12px ${MAP_FONT}`,
        fill: new Fill({ color: ink }),
        stroke: new Stroke({ color: halo, width: 3 }),
      });
      styles.push(new Style({ text, zIndex: 5 }));
    }
    return styles;
  };
}
