import Type, { type Static } from 'typebox';
import { LAYER_CHANNELS, type LayerChannel } from '../../layer/layer-facts.ts';
import { LayerEdition } from '../../layer/overlay.ts';
import { defineContract } from '../contract.ts';
import { At } from '../fields.ts';

export const PublicLayer = Type.Object({
  ...LayerEdition.properties,
  channels: Type.Array(Type.Unsafe<LayerChannel>({ type: 'string', enum: [...LAYER_CHANNELS] }), {
    description: 'Where it is shown: lookup (on the parcel), tiles (on the map), ogc',
  }),
});
export type PublicLayer = Static<typeof PublicLayer>;

export const listPublicLayers = defineContract({
  id: 'listPublicLayers',
  path: '/api/portal/layers',
  tag: 'layers',
  summary: 'Thematic layers that the public sees, each in its edition in force, with source, licence and date',
  query: Type.Object({ at: At }, { additionalProperties: false }),
  reply: Type.Object({ items: Type.Array(PublicLayer) }),
  problems: ['service.busy'],
  maxAge: 0,
});
