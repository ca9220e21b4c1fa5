/** Thematic layers and what they have on a parcel, for staff. The public has portal/portal-layers.ts. */
import Type, { type Static } from 'typebox';
import {
  EDITION_DECIDERS,
  EDITION_STATES,
  EDITION_STEPS,
  type EditionState,
  type EditionStep,
} from '../layer/edition-step.ts';
import { LayerCode } from '../layer/layer-facts.ts';
import { LAYER_THEMES, type LayerTheme } from '../layer/layer-theme.ts';
import { Overlay } from '../layer/overlay.ts';
import { STAFF_ROLES } from '../role.ts';
import { choice } from './batch/batch-shapes.ts';
import { defineContract } from './contract.ts';
import { At, Day, Instant, nullable } from './fields.ts';

export const ParcelOverlays = Type.Object({
  parcelId: Type.String({ format: 'uuid' }),
  areaM2: Type.Number({ description: 'Computed area of the parcel, m²: what the shares are of' }),
  layers: Type.Array(Overlay),
});
export type ParcelOverlays = Static<typeof ParcelOverlays>;

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

export const LayerEditionDetail = Type.Object({
  no: Type.Integer({ minimum: 1 }),
  status: choice<EditionState>(EDITION_STATES),
  source: Type.String(),
  licence: Type.String(),
  date: Day,
  features: Type.Integer(),
  batchId: Type.String({ format: 'uuid' }),
  proposedAt: Instant,
  own: Type.Boolean({ description: 'Whether the asker brought it' }),
  decidedAt: nullable(Instant),
  endedAt: nullable(Instant),
  reason: nullable(Type.String({ description: 'Why it was refused' })),
  allowed: Type.Array(choice<EditionStep>(EDITION_STEPS)),
});
export type LayerEditionDetail = Static<typeof LayerEditionDetail>;

export const StaffLayer = Type.Object({
  code: LayerCode,
  theme: choice<LayerTheme>(LAYER_THEMES),
  title: Type.String(),
  titleEn: nullable(Type.String()),
  channels: Type.Array(Type.String(), { description: 'Channels through which the public sees it; none: staff only' }),
  editions: Type.Array(LayerEditionDetail, { description: 'The newest first' }),
});
export type StaffLayer = Static<typeof StaffLayer>;

const staff = { tag: 'layers', right: { roles: [...STAFF_ROLES, 'admin'] }, maxAge: null } as const;

export const listLayers = defineContract({
  ...staff,
  id: 'listLayers',
  path: '/api/layers',
  summary: 'Thematic layers, public or not, with all their editions and what may be done with each',
  reply: Type.Object({ items: Type.Array(StaffLayer) }),
  problems: ['service.busy'],
});

const decision = {
  ...staff,
  right: { roles: EDITION_DECIDERS },
  method: 'POST',
  params: Type.Object(
    { layer: LayerCode, edition: Type.Integer({ minimum: 1, maximum: 1_000_000 }) },
    { additionalProperties: false },
  ),
  reply: StaffLayer,
  problems: ['edition.not_found', 'edition.own', 'edition.step_refused', 'service.busy'],
} as const;

export const enforceEdition = defineContract({
  ...decision,
  id: 'enforceEdition',
  path: '/api/layers/:layer/editions/:edition/enforce',
  summary: 'Put a waiting edition in force, by a second person; the one before it is kept. Done twice it is done once',
  body: Type.Object({}, { additionalProperties: false }),
});

export const refuseEdition = defineContract({
  ...decision,
  id: 'refuseEdition',
  path: '/api/layers/:layer/editions/:edition/refuse',
  summary: 'Refuse a waiting edition with a reason, by a second person; its batch ends as rejected',
  body: Type.Object(
    { reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
    { additionalProperties: false },
  ),
});
