import MultiPoint from 'ol/geom/MultiPoint.js';
import type Polygon from 'ol/geom/Polygon.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import type { Theme } from '../map-context.ts';
import { PALETTES } from './map-palette.ts';

/** How rings under the pencil look: the ring with its corners, the neighbours' lines that catch, the corner that is chosen. */
export function ringStyles(theme: Theme): Record<'ring' | 'targets' | 'chosen', Style[]> {
  const p = PALETTES[theme];
  const dot = (radius: number, fill: string) =>
    new CircleStyle({ radius, fill: new Fill({ color: fill }), stroke: new Stroke({ color: p.accent, width: 2 }) });
  return {
    ring: [
      new Style({ stroke: new Stroke({ color: p.casing, width: 6 }) }),
      new Style({ stroke: new Stroke({ color: p.accent, width: 2.5 }), fill: new Fill({ color: p.measureFill }) }),
      new Style({
        image: dot(5, p.casing),
        geometry: (feature) => new MultiPoint((feature.getGeometry() as Polygon).getCoordinates().flat()),
      }),
    ],
    targets: [new Style({ stroke: new Stroke({ color: p.ink, width: 1, lineDash: [2, 3] }) })],
    chosen: [new Style({ image: dot(8, p.accent) })],
  };
}
