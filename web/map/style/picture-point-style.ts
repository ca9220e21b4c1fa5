import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { Theme } from '../map-context.ts';
import { PALETTES } from './map-palette.ts';

interface Mark {
  readonly name: string;
  readonly state: 'good' | 'odd' | 'unused';
  readonly chosen: boolean;
}

/** A control point on a scanned sheet, which is white paper in either theme: a cross hair that leaves its middle free, told apart by shape too. */
export function picturePointStyle({ name, state, chosen }: Mark, _theme: Theme): Style[] {
  const p = PALETTES.light;
  const colour = { good: p.accent, odd: p.measure, unused: p.historic }[state];
  const line = (width: number, of: string) =>
    new Stroke({ color: of, width, ...(state === 'unused' ? { lineDash: [3, 3] } : {}) });
  const ring = (stroke: Stroke) =>
    state === 'odd'
      ? new RegularShape({ points: 4, radius: 13, angle: Math.PI / 4, stroke })
      : new CircleStyle({ radius: 10, stroke });
  const hair = (stroke: Stroke) => new RegularShape({ points: 4, radius: chosen ? 22 : 16, radius2: 0, stroke });
  const label = new Text({
    text: name,
    font: `${chosen ? 700 : 600} 13px "Be Vietnam Pro", sans-serif`,
    offsetX: 16,
    offsetY: -14,
    textAlign: 'left',
    fill: new Fill({ color: colour }),
    stroke: new Stroke({ color: '#ffffff', width: 4 }),
  });
  return [
    new Style({ image: ring(line(chosen ? 7 : 5, '#ffffff')) }),
    new Style({ image: ring(line(chosen ? 4 : 2, colour)), text: label }),
    new Style({ image: hair(line(1, colour)) }),
  ];
}
