import type { FeatureLike } from 'ol/Feature.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style, { type StyleFunction } from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { LayerTheme } from '../../../server/domain/layer/layer-theme.ts';
import type { Theme } from '../map-context.ts';
import { HATCH_PATHS, HATCH_SIDE, LAYER_LOOKS } from './layer-look.ts';
import { MAP_FONT, PALETTES } from './map-palette.ts';
import type { Look } from './parcel-style.ts';

/** From these resolutions (metres a pixel) down there is room for names of areas, and of points. */
const AREA_NAMES_WITHIN = 3;
const POINT_NAMES_WITHIN = 12;

/** A hatch as the canvas repeats it; the colour alone where there is none. */
function pattern(of: LayerTheme, theme: Theme): CanvasPattern | string {
  const { colour, hatch } = LAYER_LOOKS[of];
  const canvas = document.createElement('canvas');
  canvas.width = HATCH_SIDE;
  canvas.height = HATCH_SIDE;
  const pen = canvas.getContext('2d');
  if (!pen) return colour[theme];
  pen.strokeStyle = colour[theme];
  pen.lineWidth = hatch === 'dots' ? 1.6 : 1;
  // What lies under it stays readable, also under several layers.
  pen.globalAlpha = hatch === 'dots' ? 0.9 : 0.5;
  pen.stroke(new Path2D(HATCH_PATHS[hatch]));
  return pen.createPattern(canvas, 'repeat') ?? colour[theme];
}

interface ThemeStyles {
  readonly area: Style[];
  readonly line: Style[];
  readonly point: Style;
}

const made = new Map<string, ThemeStyles>();

/** Objects of OpenLayers are made once per theme of layer and of page. */
function stylesOf(of: LayerTheme, theme: Theme): ThemeStyles {
  const key = `${of} ${theme}`;
  const known = made.get(key);
  if (known) return known;
  const { colour, dash } = LAYER_LOOKS[of];
  const { casing } = PALETTES[theme];
  const outline = (width: number, color: string, lineDash: readonly number[] = []) =>
    new Style({ stroke: new Stroke({ color, width, lineDash: [...lineDash] }) });
  const styles: ThemeStyles = {
    area: [
      new Style({ fill: new Fill({ color: pattern(of, theme) }) }),
      outline(4, casing),
      outline(2, colour[theme], dash),
    ],
    line: [outline(6, casing), outline(3, colour[theme], dash)],
    point: new Style({
      image: new CircleStyle({
        radius: 6,
        // A name may give way to another; a place may not.
        declutterMode: 'obstacle',
        fill: new Fill({ color: colour[theme] }),
        stroke: new Stroke({ color: casing, width: 2.5 }),
      }),
    }),
  };
  made.set(key, styles);
  return styles;
}

function nameStyle(text: string, of: LayerTheme, theme: Theme, beside: boolean): Style {
  return new Style({
    text: new Text({
      text,
      font: `600 12px ${MAP_FONT}`,
      fill: new Fill({ color: LAYER_LOOKS[of].colour[theme] }),
      stroke: new Stroke({ color: PALETTES[theme].halo, width: 3 }),
      ...(beside ? { textAlign: 'left', offsetX: 11 } : {}),
    }),
  });
}

/** Shapes of a thematic layer. `look` is read at each drawing. */
export function layerStyle(of: LayerTheme, look: () => Look): StyleFunction {
  return (feature: FeatureLike, resolution) => {
    const { theme, perMercatorMetre } = look();
    const styles = stylesOf(of, theme);
    const metres = resolution / perMercatorMetre;
    const word = feature.get('name') ?? feature.get('category');
    const kind: string = feature.getGeometry()?.getType() ?? '';
    if (kind.endsWith('Point'))
      return word && metres <= POINT_NAMES_WITHIN
        ? [styles.point, nameStyle(String(word), of, theme, true)]
        : styles.point;
    if (kind.endsWith('LineString')) return styles.line;
    const category = feature.get('category') ?? word;
    return category && metres <= AREA_NAMES_WITHIN
      ? [...styles.area, nameStyle(String(category), of, theme, false)]
      : styles.area;
  };
}
