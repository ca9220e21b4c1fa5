import ImageLayer from 'ol/layer/Image.js';
import type OlMap from 'ol/Map.js';
import Projection from 'ol/proj/Projection.js';
import { addCoordinateTransforms } from 'ol/proj.js';
import ImageStatic from 'ol/source/ImageStatic.js';
import { transformer } from '../../server/domain/crs.ts';
import { sridOf } from './apply-view.ts';
import type { SheetPicture, Theme } from './map-context.ts';

/** Over the fills of parcels, under records, lines and names. */
const ABOVE_PARCELS = 1.5;

/** A scanned map sheet bent onto the land. */
export interface SheetOverlay {
  show(picture: SheetPicture | null, theme: Theme): void;
  close(): void;
}

let sheets = 0;

/** The picture's own plane, in points, y upwards, with the way from it to the view's and back. */
function planeOf(picture: SheetPicture, map: OlMap): Projection {
  const { width, height, srid, transformation, metresPerPoint } = picture;
  sheets += 1;
  const plane = new Projection({
    code: `SHEET:${sheets}`,
    units: 'm',
    metersPerUnit: metresPerPoint,
    extent: [0, -height, width, 0],
    getPointResolution: (resolution) => resolution,
  });
  const view = map.getView();
  const [forth, back] = [transformer(srid, sridOf(view)), transformer(sridOf(view), srid)];
  const isSame = sridOf(view) === srid;
  addCoordinateTransforms(
    plane,
    view.getProjection(),
    ([x = 0, y = 0]) => {
      const ground = transformation.toGround([x, -y]);
      return isSame ? ground : forth(ground);
    },
    ([east = 0, north = 0]) => {
      const [x, y] = transformation.toPicture(isSame ? [east, north] : back([east, north]));
      return [x, -y];
    },
  );
  return plane;
}

export function openSheetOverlay(map: OlMap): SheetOverlay {
  const layer = new ImageLayer({ zIndex: ABOVE_PARCELS });
  let theme: Theme = 'light';
  let shown: SheetPicture | null = null;
  // White paper lets the land through, and its ink stays; on a dark ground it would not be seen.
  layer.on('prerender', ({ context }) => {
    if (theme === 'light' && context && 'globalCompositeOperation' in context)
      context.globalCompositeOperation = 'multiply';
  });
  layer.on('postrender', ({ context }) => {
    if (context && 'globalCompositeOperation' in context) context.globalCompositeOperation = 'source-over';
  });
  map.addLayer(layer);
  return {
    show(picture, now) {
      theme = now;
      layer.setOpacity(picture?.opacity ?? 0);
      layer.setVisible(picture !== null && picture.opacity > 0);
      const isSame = picture?.url === shown?.url && picture?.transformation === shown?.transformation;
      shown = picture;
      if (isSame) return layer.changed();
      layer.setSource(
        picture &&
          new ImageStatic({
            url: picture.url,
            projection: planeOf(picture, map),
            imageExtent: [0, -picture.height, picture.width, 0],
          }),
      );
    },
    close() {
      map.removeLayer(layer);
      layer.dispose();
    },
  };
}
