/** Vector tiles of parcels, for everybody: never a person. */
import Type from 'typebox';
import { defineContract } from './contract.ts';
import { At } from './fields.ts';

const whole = (maximum: number) => Type.Integer({ minimum: 0, maximum });

export const getParcelTile = defineContract({
  id: 'getParcelTile',
  path: '/tiles/parcels/:z/:x/:y.mvt',
  tag: 'tiles',
  summary:
    'Mapbox vector tile: layer "parcels" (id, code, commune, sheet, no, landUse, areaM2) and layer "labels" from zoom 16 on (points: no, areaM2, landUse)',
  params: Type.Object({ z: whole(22), x: whole(2 ** 22 - 1), y: whole(2 ** 22 - 1) }, { additionalProperties: false }),
  query: Type.Object({ at: At }, { additionalProperties: false }),
  reply: Type.String({ format: 'binary' }),
  media: 'application/vnd.mapbox-vector-tile',
  otherReplies: {
    204: { description: 'Nothing is registered in this tile' },
    304: { description: 'Not changed since the reply with this ETag' },
  },
  problems: ['tile.out_of_range', 'publication.closed', 'service.busy'],
  maxAge: 0,
});
