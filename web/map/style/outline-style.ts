import type { FeatureLike } from 'ol/Feature.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style, { type StyleFunction } from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { PARCELS_WITHIN } from '../tiles/tile-layer.ts';
import { fillOf } from './fill-of-land-use.ts';
import { MAP_FONT, PALETTES } from './map-palette.ts';
import type { Look } from './parcel-style.ts';
import type { SheetNames } from './sheet-names.ts';

type Names = Pick<SheetNames, 'isNamed' | 'unitOf'>;

/** From this resolution (metres a pixel) down, a sheet is larger than its number. */
const SHEET_NAMES_WITHIN = 8;
/** From here down the numbers of the parcels have the room. */
const PARCEL_NUMBERS_WITHIN = 0.8;
const PLACES_WITHIN = 40;
/** Finer than this, a tile of parcels leaves none out. */
const EVERY_PARCEL_WITHIN = 4;
/** A heavier dash-dot for communes, thin dashes for sheets, as on the cadastral sheet. */
const DASH_DOT = [12, 4, 2, 4];
const DASHES = [5, 4];

function words(text: string, size: number, weight: number, colour: string, halo: string): Style {
  return new Style({
    text: new Text({
      text,
      font: `${weight} ${size}px ${MAP_FONT}`,
      fill: new Fill({ color: colour }),
      stroke: new Stroke({ color: halo, width: 3 }),
      overflow: true,
    }),
  });
}

function sheetStyles(feature: FeatureLike, resolution: number, look: Look, names: Names): Style[] {
  const { sheetLine, halo } = PALETTES[look.theme];
  const far = resolution / look.perMercatorMetre > PARCELS_WITHIN;
  const line = new Style({
    stroke: new Stroke({ color: sheetLine, width: far ? 0.5 : 1, lineDash: far ? [] : DASHES }),
  });
  if (!names.isNamed(feature) || resolution > SHEET_NAMES_WITHIN || resolution < PARCEL_NUMBERS_WITHIN) return [line];
  const name = look.language === 'vi' ? 'Tờ' : 'Sheet';
  const unit = names.unitOf(feature);
  const text = `${name} ${feature.get('sheet')}${unit === null ? '' : `\n${unit}`}`;
  return [line, words(text, 12, 600, sheetLine, halo)];
}

/** Fills under the parcels: the land of the communes, and sheets by their main use while not every parcel is drawn. */
export function groundStyle(look: () => Look): StyleFunction {
  return (feature, resolution) => {
    const { theme, without } = look();
    const kind = feature.get('layer');
    if (kind === 'communes') return new Style({ fill: new Fill({ color: PALETTES[theme].land }) });
    const landUse = feature.get('landUse');
    // Where land is taken off the map, a sheet would still stand for it.
    if (kind !== 'sheets' || !landUse || resolution < EVERY_PARCEL_WITHIN || without.size > 0) return undefined;
    return new Style({ fill: new Fill({ color: fillOf(String(landUse), theme) }) });
  };
}

/** Lines and names over the parcels: communes, sheets (where `names` says so), places. */
export function outlineStyle(look: () => Look, names: Names): StyleFunction {
  return (feature, resolution) => {
    const now = look();
    const { communeLine, place, halo } = PALETTES[now.theme];
    switch (feature.get('layer')) {
      case 'communes':
        return new Style({
          stroke: new Stroke({ color: communeLine, width: resolution > 40 ? 1.2 : 2, lineDash: DASH_DOT }),
        });
      case 'commune-labels':
        return words(String(feature.get('name')), resolution > 80 ? 11 : 14, 600, communeLine, halo);
      case 'sheets':
        return sheetStyles(feature, resolution, now, names);
      case 'places':
        return resolution > PLACES_WITHIN ? undefined : words(String(feature.get('name')), 12, 400, place, halo);
      default:
        return undefined;
    }
  };
}
