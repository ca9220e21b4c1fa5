import Feature from 'ol/Feature.js';
import type Geometry from 'ol/geom/Geometry.js';
import LineString from 'ol/geom/LineString.js';
import Point from 'ol/geom/Point.js';
import Polygon from 'ol/geom/Polygon.js';
import VectorLayer from 'ol/layer/Vector.js';
import type OlMap from 'ol/Map.js';
import VectorSource from 'ol/source/Vector.js';
import { transformer } from '../../server/domain/crs.ts';
import { sridOf } from './apply-view.ts';
import type { PlanShape, SheetPlan, Theme } from './map-context.ts';
import { planStyle } from './style/plan-style.ts';

const ABOVE_SKETCH = 12;

/** What a dealing would draw on a sheet, over everything else. */
export interface PlanOverlay {
  show(plan: SheetPlan | null, theme: Theme): void;
  close(): void;
}

export function openPlanOverlay(map: OlMap): PlanOverlay {
  const source = new VectorSource();
  // Labels of parts never make way for each other: each names ground of its own.
  const layer = new VectorLayer({ source, zIndex: ABOVE_SKETCH, updateWhileInteracting: true });
  layer.setMap(map);
  return {
    show(plan, theme) {
      source.clear(true);
      if (!plan) return;
      const view = sridOf(map.getView());
      const forth = transformer(plan.srid, view);
      const drawn = ([east = 0, north = 0]: readonly number[]): number[] =>
        view === plan.srid ? [east, north] : forth([east, north]);
      const geometryOf = (shape: PlanShape): Geometry => {
        if ('rings' in shape) return new Polygon(shape.rings.map((ring) => ring.map(drawn)));
        return 'line' in shape ? new LineString(shape.line.map(drawn)) : new Point(drawn(shape.point));
      };
      source.addFeatures(
        plan.shapes.map((shape) => {
          const feature = new Feature(geometryOf(shape));
          feature.setStyle(planStyle(shape, theme));
          return feature;
        }),
      );
    },
    close() {
      layer.setMap(null);
    },
  };
}
