import { getCenter } from 'ol/extent.js';
import Feature from 'ol/Feature.js';
import type Geometry from 'ol/geom/Geometry.js';
import LineString from 'ol/geom/LineString.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import Point from 'ol/geom/Point.js';
import Polygon, { circular } from 'ol/geom/Polygon.js';
import type Style from 'ol/style/Style.js';
import type { LonLat, MapContext } from './map-context.ts';
import { sideLabels } from './side-labels.ts';
import { lengthStyle, type SketchKind, sketchStyles } from './style/sketch-style.ts';

const list = (points: readonly LonLat[]) => points.map((point) => [...point]);
const ringOf = (points: readonly LonLat[]) => (points[0] ? list([...points, points[0]]) : []);

/** Geometries in degrees of everything a context wants drawn over the tiles, with how each is drawn. */
function sketches(context: MapContext): [SketchKind, Geometry][] {
  const made: [SketchKind, Geometry][] = [];
  const { drawn, disputed = [], frame, measurement, fix, marker } = context;
  if (drawn) {
    const geometry =
      drawn.type === 'Polygon'
        ? new Polygon(drawn.coordinates as number[][][])
        : new MultiPolygon(drawn.coordinates as number[][][][]);
    made.push([drawn.historic ? 'drawn-historic' : 'drawn', geometry]);
  }
  for (const { type, coordinates } of disputed) {
    const ground =
      type === 'Polygon' ? new Polygon(coordinates as number[][][]) : new MultiPolygon(coordinates as number[][][][]);
    made.push(['disputed', ground], ['disputed-mark', new Point(getCenter(ground.getExtent()))]);
  }
  if (frame) made.push(['frame', new Polygon([ringOf(frame)])]);
  if (fix) {
    made.push(['fix-circle', circular([...fix.at], fix.accuracyM, 64)]);
    made.push(['fix', new Point([...fix.at])]);
  }
  if (measurement) {
    const { kind, vertices, next, finished } = measurement;
    const points = next && !finished ? [...vertices, next] : vertices;
    if (kind === 'area' && points.length > 2) made.push(['area', new Polygon([ringOf(points)])]);
    else if (points.length > 1) made.push(['line', new LineString(list(points))]);
    for (const vertex of vertices) made.push(['vertex', new Point([...vertex])]);
  }
  if (marker) made.push(['marker', new Point([...marker])]);
  return made;
}

/** The same as features in the units of a view. */
export function sketchFeatures(context: MapContext, projection: string): Feature[] {
  const styles = sketchStyles(context.theme);
  const feature = (geometry: Geometry, style: Style | Style[]) => {
    const made = new Feature(geometry.transform('EPSG:4326', projection));
    made.setStyle(style);
    return made;
  };
  return [
    ...sketches(context).map(([kind, geometry]) => feature(geometry, styles[kind])),
    ...sideLabels(context.measurement).map(({ at, text }) =>
      feature(new Point([...at]), lengthStyle(text, context.theme)),
    ),
  ];
}
