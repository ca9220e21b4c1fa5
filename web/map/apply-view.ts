import type OlMap from 'ol/Map.js';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj.js';
import View from 'ol/View.js';
import type { Extent, Focus, MapContext } from './map-context.ts';
import type { MapPlace } from './map-event.ts';
import { projectionCode } from './register-projections.ts';
import { COARSEST_RESOLUTION, FINEST_RESOLUTION, resolutionAt, zoomAt } from './view-scale.ts';

/** How close a focus on a box goes by itself, zoom. */
const CLOSE_ENOUGH = 19;
const SMOOTH_MS = 200;
/** Pixels between what is shown and the edge. */
const EDGE = 24;
const STOPS = 8;

/** EPSG code of the projection a view is in. */
export const sridOf = (view: View): number => Number(view.getProjection().getCode().replace('EPSG:', ''));

/** A view keeps limits and projection for life, so new ones mean a new view at the same place and scale. */
export function renewView(map: OlMap, { limits, projection }: MapContext): void {
  const old = map.getView();
  const code = projectionCode(projection);
  const place = old.isDef() ? placeOf(map) : null;
  const next = new View({
    projection: code,
    maxResolution: COARSEST_RESOLUTION,
    minResolution: FINEST_RESOLUTION,
    enableRotation: false,
    constrainResolution: false,
    showFullExtent: true,
    ...(limits ? { extent: transformExtent([...limits], 'EPSG:4326', code, STOPS) } : {}),
    ...(place
      ? {
          center: fromLonLat([...place.centre], code),
          resolution: resolutionAt(place.zoom, place.centre[1], projection),
        }
      : {}),
  });
  map.setView(next);
}

/** Moves the view where a focus wants it. */
export function moveView(map: OlMap, focus: Focus, still: boolean): void {
  const view = map.getView();
  const code = view.getProjection().getCode();
  const srid = sridOf(view);
  const duration = focus.smooth && !still ? SMOOTH_MS : 0;
  view.cancelAnimations();
  // What opens or closes beside the map may just have changed its size.
  map.updateSize();
  if (focus.kind === 'extent') {
    const [, south, , north] = focus.extent;
    const { top, right, bottom, left } = focus.covered ?? { top: 0, right: 0, bottom: 0, left: 0 };
    view.fit(transformExtent([...focus.extent], 'EPSG:4326', code, STOPS), {
      size: map.getSize() ?? [800, 600],
      padding: [top + EDGE, right + EDGE, bottom + EDGE, left + EDGE],
      minResolution: resolutionAt(focus.closest ?? CLOSE_ENOUGH, (south + north) / 2, srid),
      duration,
    });
    return;
  }
  const center = fromLonLat([...focus.centre], code);
  const resolution =
    focus.zoom === null
      ? view.getResolution()
      : view.getConstrainedResolution(resolutionAt(focus.zoom, focus.centre[1], srid));
  if (duration > 0) view.animate({ center, ...(resolution ? { resolution } : {}), duration });
  else {
    if (resolution) view.setResolution(resolution);
    view.setCenter(center);
  }
}

/** Where a map stands, in degrees and Mercator zoom. */
export function placeOf(map: OlMap): MapPlace {
  const view = map.getView();
  const code = view.getProjection().getCode();
  const srid = sridOf(view);
  const resolution = view.getResolution() ?? 1;
  const [longitude = 0, latitude = 0] = toLonLat(view.getCenter() ?? [0, 0], code);
  const zoom = zoomAt(resolution, latitude, srid);
  return {
    centre: [longitude, latitude],
    zoom,
    extent: transformExtent(view.calculateExtent(map.getSize()), code, 'EPSG:4326', STOPS) as unknown as Extent,
    metresPerPixel: resolutionAt(zoom, latitude, 9214),
  };
}
