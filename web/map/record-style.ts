import type { FeatureLike } from 'ol/Feature.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style, { type StyleFunction } from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { hatch } from './hatch.ts';
import type { Theme } from './map-context.ts';
import { MAP_FONT, PALETTES } from './map-palette.ts';
import type { Look } from './parcel-style.ts';

/** Finer than this, metres a pixel, a record has room for its number. */
const NUMBERS_WITHIN = 0.9;

interface Dress {
  readonly fill: Fill;
  readonly stroke: Stroke;
}

/** How each state is drawn: never by colour alone, so what blocks and what is left out are hatched. */
const dresses = new Map<string, Dress>();
function dressOf(status: string, theme: Theme): Dress {
  const key = `${theme} ${status}`;
  const known = dresses.get(key);
  if (known) return known;
  const p = PALETTES[theme];
  const made: Record<string, Dress> = {
    valid: { fill: new Fill({ color: `${p.accent}2e` }), stroke: new Stroke({ color: p.accent, width: 1 }) },
    warned: { fill: new Fill({ color: `${p.warned}40` }), stroke: new Stroke({ color: p.warned, width: 1.2 }) },
    blocked: { fill: new Fill({ color: hatch(p.measure) }), stroke: new Stroke({ color: p.measure, width: 1.6 }) },
    refused: { fill: new Fill({ color: hatch(p.historic) }), stroke: new Stroke({ color: p.measure, width: 1.2 }) },
    ignored: {
      fill: new Fill({ color: hatch(p.historic) }),
      stroke: new Stroke({ color: p.historic, width: 1, lineDash: [4, 4] }),
    },
  };
  const dress = made[status] ?? made.valid!;
  dresses.set(key, dress);
  return dress;
}

/**
 * Style of the tiles of a batch under review. `emphasis` is a code of finding: records that have it are outlined, as is
 * the one that is selected.
 */
export function recordStyle(look: () => Look): StyleFunction {
  return (feature: FeatureLike, resolution: number) => {
    if (feature.get('layer') !== 'records') return undefined;
    const { theme, selected, emphasis } = look();
    const { accent, casing, ink, halo, measure } = PALETTES[theme];
    const styles: Style[] = [new Style(dressOf(String(feature.get('status')), theme))];
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
    if (no && resolution < NUMBERS_WITHIN) {
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
