import type { FeatureLike } from 'ol/Feature.js';
import type RenderFeature from 'ol/render/Feature.js';
import { labelRoom } from './label-room.ts';

/** Property names under which a label knows its room, in map units. */
export const ROOM = { width: 'roomWidth', height: 'roomHeight' } as const;

/** Property under which a label knows the parcel it is of. */
export const LABEL_OF = 'labelOf';

/** Share of a tile's side by which polygons reach beyond it (64 of 4096), halved: beyond that they were cut off. */
const BEYOND = 32 / 4096;

/** Finds for each label of a parcel tile the polygon it lies in, once per tile, so that drawing can tell which labels fit. */
export function fitLabels(features: readonly FeatureLike[], tileExtent: readonly number[]): void {
  const [west = 0, south = 0, east = 0, north = 0] = tileExtent;
  const beyond = (east - west) * BEYOND;
  const tile = [west - beyond, south - beyond, east + beyond, north + beyond] as const;
  const polygons = (features as RenderFeature[])
    .filter((feature) => feature.get('layer') === 'parcels')
    .map((feature) => ({ feature, box: feature.getExtent() }));
  for (const label of features as RenderFeature[]) {
    if (label.get('layer') !== 'labels') continue;
    const [x = 0, y = 0] = label.getFlatCoordinates();
    for (const { feature, box } of polygons) {
      if (x < box[0]! || y < box[1]! || x > box[2]! || y > box[3]!) continue;
      const ends = feature.getEnds() as number[];
      const room = labelRoom({ flat: feature.getFlatCoordinates(), ends }, [x, y], tile);
      if (!room) continue;
      const properties = label.getProperties();
      properties[ROOM.width] = room.width;
      properties[ROOM.height] = room.height;
      properties[LABEL_OF] = feature.get('id');
      break;
    }
  }
}
