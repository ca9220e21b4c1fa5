/** Thematic layers and what they have on a parcel, for staff. The public has portal/portal-layers.ts. */
import Type from 'typebox';
import { Overlay } from '../layer/overlay.ts';
import { STAFF_ROLES } from '../role.ts';
import { defineContract } from './contract.ts';
import { At } from './fields.ts';

export const ParcelOverlays = Type.Object({
  parcelId: Type.String({ format: 'uuid' }),
  areaM2: Type.Number({ description: 'Computed area of the parcel, m²: what the shares are of' }),
  layers: Type.Array(Overlay),
});

export const getParcelOverlays = defineContract({
  id: 'getParcelOverlays',
  path: '/api/parcels/:id/overlays',
  tag: 'layers',
  right: { roles: STAFF_ROLES, scope: 'commune' },
  maxAge: null,
  summary:
    'What thematic layers in force, public or not, have on a parcel: common ground in m² computed in its legal system; now, or as of a day',
  params: Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  query: Type.Object({ at: At }, { additionalProperties: false }),
  reply: ParcelOverlays,
  problems: ['parcel.not_found', 'service.busy'],
});
