/** Vector tiles, for everybody: never a person. */
import Type from 'typebox';
import { LayerCode } from '../layer/layer-facts.ts';
import { defineContract } from './contract.ts';
import { At } from './fields.ts';

const whole = (maximum: number) => Type.Integer({ minimum: 0, maximum });
const Tile = Type.Object(
  { z: whole(22), x: whole(2 ** 22 - 1), y: whole(2 ** 22 - 1) },
  { additionalProperties: false },
);
const common = {
  tag: 'tiles',
  params: Tile,
  query: Type.Object({ at: At }, { additionalProperties: false }),
  reply: Type.String({ format: 'binary' }),
  media: 'application/vnd.mapbox-vector-tile',
  problems: ['tile.out_of_range', 'publication.closed', 'service.busy'],
  maxAge: 0,
} as const;
const unchanged = { description: 'Not changed since the reply with this ETag' };

export const getParcelTile = defineContract({
  ...common,
  id: 'getParcelTile',
  path: '/tiles/parcels/:z/:x/:y.mvt',
  summary:
    'Mapbox vector tile: layer "parcels" (id, code, commune, sheet, no, landUse, areaM2) and layer "labels" from zoom 16 on (points: no, areaM2, landUse)',
  otherReplies: { 204: { description: 'Nothing is registered in this tile' }, 304: unchanged },
});

export const getOutlineTile = defineContract({
  ...common,
  id: 'getOutlineTile',
  path: '/tiles/outlines/:z/:x/:y.mvt',
  summary:
    'Mapbox vector tile of outlines and names, for display only: layers "communes" (code, name), "commune-labels" from zoom 8 on (points: code, name), "sheets" from zoom 11 on (commune, sheet, scale, unit, landUse: the code most of its area has) and "places" from zoom 13 on (points: name, commune)',
  otherReplies: { 204: { description: 'Nothing lies in this tile' }, 304: unchanged },
});

export const getLayerTile = defineContract({
  ...common,
  id: 'getLayerTile',
  path: '/tiles/layers/:layer/:z/:x/:y.mvt',
  summary:
    'Mapbox vector tile of a public thematic layer in its edition in force: layer "features" (no, category, name, value, unit); never a person',
  params: Type.Object(
    { layer: LayerCode, z: whole(22), x: whole(2 ** 22 - 1), y: whole(2 ** 22 - 1) },
    { additionalProperties: false },
  ),
  query: Type.Object({}, { additionalProperties: false }),
  otherReplies: { 204: { description: 'Nothing lies in this tile' }, 304: unchanged },
  problems: ['tile.out_of_range', 'layer.not_found', 'service.busy'],
});
