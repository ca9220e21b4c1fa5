import type { FeatureLike } from 'ol/Feature.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style, { type StyleFunction } from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import type { MapContext } from '../map-context.ts';
import type { ParcelProperties } from '../map-event.ts';
import { fillOf } from './fill-of-land-use.ts';
import { LABEL_OF, ROOM } from './fit-labels.ts';
import { MAP_FONT, PALETTES } from './map-palette.ts';

export interface Look extends Pick<MapContext, 'theme' | 'selected' | 'language' | 'emphasis'> {
  /** Ids of parcels that are not drawn. */
  readonly without: ReadonlySet<string>;
  /** Whether records under review carry their numbers. */
  readonly recordNumbers: boolean;
  /** View units a Mercator metre is: 1 in Mercator, the cosine of the latitude in a projection true to scale. */
  readonly perMercatorMetre: number;
}

/** Type size and what a line of it needs, pixels: digits of Be Vietnam Pro are 0.6 em wide. */
const SIZE = 12;
const CHARACTER = 0.6 * SIZE;
const LINE = 1.25 * SIZE;

/** None from afar, where lines would be all there is to see; then a hairline, heavier as one comes closer; `resolution` is metres a pixel. */
const lineWidth = (resolution: number) =>
  resolution > 8 ? 0 : resolution > 4 ? 0.3 : resolution > 1 ? 0.6 : resolution > 0.4 ? 1 : 1.4;

/** Objects of OpenLayers are made once per look and width: a tile has thousands of parcels in a dozen colours. */
const plainStyles = new Map<string, Style>();
function plainStyle(landUse: string, theme: MapContext['theme'], width: number): Style {
  const fill = fillOf(landUse, theme);
  const key = `${theme} ${fill} ${width}`;
  let style = plainStyles.get(key);
  if (!style) {
    style = new Style({
      fill: new Fill({ color: fill }),
      ...(width > 0 ? { stroke: new Stroke({ color: PALETTES[theme].line, width }) } : {}),
    });
    plainStyles.set(key, style);
  }
  return style;
}

function polygonStyles(feature: FeatureLike, resolution: number, look: Look): Style | Style[] | undefined {
  if (look.without.has(String(feature.get('id')))) return undefined;
  const plain = plainStyle(String(feature.get('landUse') ?? ''), look.theme, lineWidth(resolution));
  if (!look.selected.includes(String(feature.get('id')))) return plain;
  const { accent, casing } = PALETTES[look.theme];
  return [
    plain,
    new Style({ stroke: new Stroke({ color: casing, width: 7 }), zIndex: 1 }),
    new Style({ stroke: new Stroke({ color: accent, width: 3 }), zIndex: 2 }),
  ];
}

/** The lines of a label that fit, as on the cadastral sheet: number / area over the code of the land use. */
export function labelLines(
  { no, areaM2, landUse }: Pick<ParcelProperties, 'no' | 'areaM2' | 'landUse'>,
  room: { readonly width: number; readonly height: number },
  language: MapContext['language'],
): string | null {
  const fits = (...lines: string[]) =>
    Math.max(...lines.map((line) => line.length)) * CHARACTER <= room.width && lines.length * LINE <= room.height;
  const first = [no, areaM2 === undefined ? undefined : formatNumber(areaM2, language, 1)]
    .filter((part) => part !== undefined)
    .join(' / ');
  if (!first) return null;
  if (landUse && fits(first, landUse)) return `${first}\n${landUse}`;
  if (fits(first)) return first;
  return no !== undefined && fits(no) ? no : null;
}

function labelStyle(feature: FeatureLike, resolution: number, look: Look): Style | undefined {
  if (look.without.has(String(feature.get(LABEL_OF)))) return undefined;
  const pixels = (name: string) => (Number(feature.get(name) ?? 0) * look.perMercatorMetre) / resolution;
  const parcel = feature.getProperties() as ParcelProperties;
  const text = labelLines(parcel, { width: pixels(ROOM.width), height: pixels(ROOM.height) }, look.language);
  if (text === null) return undefined;
  const { ink, halo } = PALETTES[look.theme];
  return new Style({
    text: new Text({
      text,
      font: `${SIZE}px ${MAP_FONT}`,
      fill: new Fill({ color: ink }),
      stroke: new Stroke({ color: halo, width: 2 }),
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
