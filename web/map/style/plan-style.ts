import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { PlanShape, Theme } from '../map-context.ts';
import { MAP_FONT, PALETTES } from './map-palette.ts';

const WASH: Readonly<Record<Theme, string>> = { light: 'rgba(11, 107, 79, 0.12)', dark: 'rgba(76, 199, 155, 0.16)' };
const STRONG: Readonly<Record<Theme, string>> = { light: 'rgba(11, 107, 79, 0.34)', dark: 'rgba(76, 199, 155, 0.42)' };

/** Old ground is a grey dashed line, new ground the accent, ground under a restriction dash-dotted in the colour of what is watched; a corner that catches is a square, any other place a ring. */
export function planStyle(shape: PlanShape, theme: Theme): Style[] {
  const p = PALETTES[theme];
  const text = (offsetY: number, bold: boolean) =>
    shape.label
      ? {
          text: new Text({
            text: shape.label,
            font: `${bold ? '600 ' : ''}13px ${MAP_FONT}`,
            offsetY,
            overflow: true,
            fill: new Fill({ color: p.ink }),
            stroke: new Stroke({ color: p.halo, width: 3 }),
          }),
        }
      : {};
  const line = (color: string, width: number, lineDash?: number[]) =>
    new Stroke({ color, width, ...(lineDash ? { lineDash } : {}) });
  const casing = (width: number) => new Style({ stroke: line(p.casing, width) });
  const dot = (radius: number) =>
    new CircleStyle({ radius, fill: new Fill({ color: p.casing }), stroke: line(p.accent, 2) });
  switch (shape.kind) {
    case 'part':
      return [
        casing(5),
        new Style({ fill: new Fill({ color: WASH[theme] }), stroke: line(p.accent, 2), ...text(0, true) }),
      ];
    case 'part-chosen':
      return [
        casing(7),
        new Style({ fill: new Fill({ color: STRONG[theme] }), stroke: line(p.accent, 4), ...text(0, true) }),
      ];
    case 'subject':
      return [casing(6), new Style({ stroke: line(p.accent, 3), ...text(0, true) })];
    case 'old':
      return [casing(5), new Style({ stroke: line(p.historic, 2, [6, 4]), ...text(0, false) })];
    case 'neighbour':
      return [new Style({ stroke: line(p.ink, 1, [2, 3]), ...text(0, false) })];
    case 'restriction':
      // A place that is a point has only an image, a line only a stroke.
      return [
        new Style({ stroke: line(p.casing, 5), image: new CircleStyle({ radius: 8, stroke: line(p.casing, 6) }) }),
        new Style({
          fill: new Fill({ color: p.measureFill }),
          stroke: line(p.warned, 2.5, [8, 3, 2, 3]),
          image: new CircleStyle({ radius: 7, stroke: line(p.warned, 3) }),
          ...text(0, true),
        }),
      ];
    case 'cut':
      return [casing(6), new Style({ stroke: line(p.measure, 3) })];
    case 'corner':
      return [new Style({ image: dot(4), ...text(-14, false) })];
    case 'length':
      // Beside the line, not on it.
      return [new Style(text(-12, false))];
    case 'catch-corner': {
      const square = (radius: number, stroke: Stroke) =>
        new RegularShape({ points: 4, radius, angle: Math.PI / 4, stroke });
      return [
        new Style({ image: square(11, line(p.casing, 6)) }),
        new Style({ image: square(11, line(p.measure, 3)), ...text(-20, true) }),
      ];
    }
    case 'catch':
      return [
        new Style({ image: new CircleStyle({ radius: 8, stroke: line(p.casing, 6) }) }),
        new Style({ image: new CircleStyle({ radius: 8, stroke: line(p.measure, 3) }), ...text(-20, true) }),
      ];
  }
}
