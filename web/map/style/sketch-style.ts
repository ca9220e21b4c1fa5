import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { Theme } from '../map-context.ts';
import { hatch } from './hatch.ts';
import { MAP_FONT, PALETTES } from './map-palette.ts';

export type SketchKind =
  | 'drawn'
  | 'drawn-historic'
  | 'disputed'
  | 'disputed-mark'
  | 'marker'
  | 'fix'
  | 'fix-circle'
  | 'line'
  | 'area'
  | 'vertex'
  | 'frame';

/** Styles of what is drawn over the tiles, made anew for each theme. */
export function sketchStyles(theme: Theme): Record<SketchKind, Style | Style[]> {
  const p = PALETTES[theme];
  const cased = (colour: string, width: number, dash?: number[]) => [
    new Style({ stroke: new Stroke({ color: p.casing, width: width + 4 }) }),
    new Style({ stroke: new Stroke({ color: colour, width, ...(dash ? { lineDash: dash } : {}) }) }),
  ];
  const dot = (colour: string, radius: number) =>
    new Style({
      image: new CircleStyle({
        radius,
        fill: new Fill({ color: colour }),
        stroke: new Stroke({ color: p.casing, width: 2 }),
      }),
    });
  const ring = new CircleStyle({ radius: 12, stroke: new Stroke({ color: p.accent, width: 3 }) });
  const ringCasing = new CircleStyle({ radius: 12, stroke: new Stroke({ color: p.casing, width: 7 }) });
  return {
    drawn: cased(p.accent, 3),
    'drawn-historic': [new Style({ fill: new Fill({ color: hatch(p.historic) }) }), ...cased(p.historic, 2)],
    disputed: new Style({ fill: new Fill({ color: p.measure }), stroke: new Stroke({ color: p.casing, width: 1 }) }),
    'disputed-mark': dot(p.measure, 5),
    marker: [new Style({ image: ringCasing }), new Style({ image: ring }), dot(p.accent, 4)],
    fix: dot(p.fix, 7),
    'fix-circle': new Style({
      fill: new Fill({ color: p.fixHalo }),
      stroke: new Stroke({ color: p.fix, width: 1 }),
    }),
    line: cased(p.measure, 2),
    area: [new Style({ fill: new Fill({ color: p.measureFill }) }), ...cased(p.measure, 2)],
    vertex: dot(p.measure, 4),
    frame: cased(p.frame, 2, [8, 4]),
  };
}

/** The length of a side, beside its middle. */
export function lengthStyle(text: string, theme: Theme): Style {
  const p = PALETTES[theme];
  return new Style({
    text: new Text({
      text,
      font: `600 13px ${MAP_FONT}`,
      offsetY: -12,
      fill: new Fill({ color: p.ink }),
      stroke: new Stroke({ color: p.halo, width: 3 }),
    }),
  });
}
