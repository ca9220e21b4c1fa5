import type { FeatureLike } from 'ol/Feature.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style, { type StyleFunction } from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { fillOf } from './land-use-fills.ts';
import type { MapContext } from './map-context.ts';

type Look = Pick<MapContext, 'theme' | 'selected'>;

/** Tokens of web/ui/theme.css; a canvas cannot read custom properties while it draws. */
const INK = { light: '#1D2421', dark: '#ECEFEA' } as const;
const LINE = { light: '#5A645F', dark: '#9BA6A0' } as const;
const ACCENT = { light: '#0B6B4F', dark: '#4CC79B' } as const;
const HALO = { light: 'rgba(251, 249, 244, 0.8)', dark: 'rgba(20, 24, 27, 0.8)' } as const;
const FONT = "12px 'Be Vietnam Pro', system-ui, sans-serif";

/** Widths in pixels of what a label needs at 12 px: the number alone, and number over area. */
const ROOM_FOR_NUMBER = 34;
const ROOM_FOR_AREA = 64;

const areaText = (areaM2: number) => areaM2.toLocaleString('vi-VN', { maximumFractionDigits: 1 });

/** Hairline from afar, heavier as one comes closer; `resolution` is Mercator metres a pixel. */
const lineWidth = (resolution: number) => (resolution > 4 ? 0.3 : resolution > 1 ? 0.6 : resolution > 0.4 ? 1 : 1.4);

function polygonStyles(feature: FeatureLike, resolution: number, look: Look): Style[] {
  const fill = new Fill({ color: fillOf(String(feature.get('landUse')), look.theme) });
  const plain = new Style({ fill, stroke: new Stroke({ color: LINE[look.theme], width: lineWidth(resolution) }) });
  if (look.selected === null || feature.get('id') !== look.selected) return [plain];
  // Accent with a casing, so that the selection shows on every fill.
  return [
    plain,
    new Style({ stroke: new Stroke({ color: HALO[look.theme], width: 7 }), zIndex: 1 }),
    new Style({ stroke: new Stroke({ color: ACCENT[look.theme], width: 3 }), zIndex: 2 }),
  ];
}

function labelStyle(feature: FeatureLike, resolution: number, look: Look): Style | undefined {
  const areaM2 = Number(feature.get('areaM2'));
  const room = Math.sqrt(areaM2) / resolution;
  if (room < ROOM_FOR_NUMBER) return undefined;
  const number = String(feature.get('no'));
  return new Style({
    text: new Text({
      text: room < ROOM_FOR_AREA ? number : `${number}\n${areaText(areaM2)}`,
      font: FONT,
      fill: new Fill({ color: INK[look.theme] }),
      stroke: new Stroke({ color: HALO[look.theme], width: 2 }),
    }),
  });
}

/** Style of both layers of a parcel tile. `look` is read at each drawing, so a change needs only a redraw. */
export function parcelStyle(look: () => Look): StyleFunction {
  return (feature, resolution) =>
    feature.get('layer') === 'labels'
      ? labelStyle(feature, resolution, look())
      : polygonStyles(feature, resolution, look());
}
