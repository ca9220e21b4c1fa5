/** Thematic layers and what they have on a parcel, for staff. The public has portal/portal-layers.ts. */
import Type, { type Static } from 'typebox';
import { WORK_STATES, type WorkState } from '../batch/batch-progress.ts';
import { ReportedFinding } from '../batch/import-report.ts';
import {
  EDITION_ACTORS,
  EDITION_DECIDERS,
  EDITION_STATES,
  EDITION_STEPS,
  type EditionState,
  type EditionStep,
  LAYER_BRINGERS,
} from '../layer/edition-step.ts';
import { LayerCode, LayerFacts } from '../layer/layer-facts.ts';
import { FETCH_ERRORS, FETCH_STATES, type FetchError, type FetchState } from '../layer/layer-fetch.ts';
import { LAYER_THEMES, type LayerTheme } from '../layer/layer-theme.ts';
import { Overlay } from '../layer/overlay.ts';
import { STAFF_ROLES } from '../role.ts';
import { AnyBox, BatchId, choice, Status } from './batch/batch-shapes.ts';
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
  withdrawnAt: nullable(Instant),
  withdrawal: nullable(Type.String({ description: 'Why it was taken back' })),
  restores: nullable(Type.Integer({ description: 'Number of the earlier edition whose shapes it has again' })),
  sourceUrl: nullable(Type.String({ description: 'Address of the service it was fetched from; null for a file' })),
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

/** A file that was sent and has not become an edition: it is being read, or something is the matter with it. */
export const LayerArrival = Type.Object({
  batchId: BatchId,
  layer: LayerFacts,
  fileName: Type.String(),
  status: Status,
  work: nullable(choice<WorkState>(WORK_STATES)),
  percent: Type.Integer({ minimum: 0, maximum: 100, description: 'How much of the reading is done' }),
  receivedAt: Instant,
  own: Type.Boolean({ description: 'Whether the asker sent it' }),
  findings: Type.Array(ReportedFinding, { description: 'Why it became no edition, once it was read' }),
});
export type LayerArrival = Static<typeof LayerArrival>;

/** A reading of a service that has not become a batch: it waits, goes on, found nothing new, or failed. */
export const LayerFetch = Type.Object({
  fetchId: Type.String({ format: 'uuid' }),
  layer: LayerFacts,
  url: Type.String(),
  status: choice<FetchState>(FETCH_STATES),
  error: nullable(choice<FetchError>(FETCH_ERRORS)),
  features: Type.Integer({ minimum: 0, description: 'Shapes that were read' }),
  askedAt: Instant,
  own: Type.Boolean({ description: 'Whether the asker asked for it' }),
});
export type LayerFetch = Static<typeof LayerFetch>;

export const LayerList = Type.Object({
  items: Type.Array(StaffLayer),
  arrivals: Type.Array(LayerArrival, {
    description: 'Files that became no edition, of the last 14 days, the newest first',
  }),
  fetches: Type.Array(LayerFetch, {
    description: 'Readings of services that became no batch, of the last 14 days, the newest first',
  }),
  sources: Type.Array(Type.String(), { description: 'Addresses under which services may be read (LAYER_SOURCES)' }),
  mayBring: Type.Boolean({ description: 'Whether the asker may bring a layer or a newer edition' }),
});
export type LayerList = Static<typeof LayerList>;

export const EditionPreview = Type.Object({
  code: LayerCode,
  theme: choice<LayerTheme>(LAYER_THEMES),
  no: Type.Integer({ minimum: 1 }),
  fileName: Type.String(),
  extent: AnyBox,
  areas: Type.Integer(),
  lines: Type.Integer(),
  points: Type.Integer(),
  categories: Type.Array(Type.Object({ category: nullable(Type.String()), shapes: Type.Integer() }), {
    description: 'The most frequent first, at most 30',
  }),
  hidden: Type.Integer({ description: 'Shapes of which some text is kept from the public' }),
  findings: Type.Array(ReportedFinding, { description: 'What was found in its file' }),
});
export type EditionPreview = Static<typeof EditionPreview>;

const staff = { tag: 'layers', right: { roles: [...STAFF_ROLES, 'admin'] }, maxAge: null } as const;

export const listLayers = defineContract({
  ...staff,
  id: 'listLayers',
  path: '/api/layers',
  summary: 'Thematic layers, public or not, with all their editions and what may be done with each',
  reply: LayerList,
  problems: ['service.busy'],
});

const given = Type.Optional(Type.String({ maxLength: 400 }));
export const fetchLayer = defineContract({
  ...staff,
  id: 'fetchLayer',
  method: 'POST',
  status: 202,
  path: '/api/layers/fetches',
  right: { roles: LAYER_BRINGERS },
  summary:
    'Have a service (WFS 2.0 by the address with typeNames, OGC API Features by that of the collection) read and become an edition that waits; where nothing differs from the newest one, none is made',
  body: Type.Object(
    {
      fetchId: Type.String({ format: 'uuid', description: 'Made by the asker: asked again it is the same' }),
      url: Type.String({ minLength: 1, maxLength: 2000 }),
      layer: Type.Object(
        {
          layer: given,
          theme: given,
          title: given,
          titleEn: given,
          source: given,
          licence: given,
          date: given,
          audience: given,
        },
        { additionalProperties: false, description: 'As in the metadata of an upload of kind layer' },
      ),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ fetchId: Type.String({ format: 'uuid' }) }),
  problems: ['layer.source_closed', 'layer.fetch_quota', 'service.busy'],
});

const EDITION = { layer: LayerCode, edition: Type.Integer({ minimum: 1, maximum: 1_000_000 }) };

export const previewEdition = defineContract({
  ...staff,
  id: 'previewEdition',
  path: '/api/layers/:layer/editions/:edition',
  summary: 'What is in an edition, in whatever state: where it lies, its classes, what was found in its file',
  params: Type.Object(EDITION, { additionalProperties: false }),
  reply: EditionPreview,
  problems: ['edition.not_found', 'service.busy'],
});

const whole = (maximum: number) => Type.Integer({ minimum: 0, maximum });
export const getEditionTile = defineContract({
  ...staff,
  id: 'getEditionTile',
  path: '/tiles/layers/:layer/editions/:edition/:z/:x/:y.mvt',
  summary:
    'Mapbox vector tile of an edition in whatever state, for staff: layer "features" (no, category, name, value, unit)',
  params: Type.Object(
    { ...EDITION, z: whole(22), x: whole(2 ** 22 - 1), y: whole(2 ** 22 - 1) },
    { additionalProperties: false },
  ),
  reply: Type.String({ format: 'binary' }),
  media: 'application/vnd.mapbox-vector-tile',
  otherReplies: {
    204: { description: 'Nothing lies in this tile' },
    304: { description: 'Not changed since the reply with this ETag' },
  },
  problems: ['tile.out_of_range', 'edition.not_found', 'service.busy'],
});

const decision = {
  ...staff,
  right: { roles: EDITION_DECIDERS },
  method: 'POST',
  params: Type.Object(EDITION, { additionalProperties: false }),
  reply: StaffLayer,
  problems: ['edition.not_found', 'edition.own', 'edition.step_refused', 'service.busy'],
} as const;

const WithReason = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
  { additionalProperties: false },
);

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
  body: WithReason,
});

export const withdrawEdition = defineContract({
  ...decision,
  right: { roles: EDITION_ACTORS },
  id: 'withdrawEdition',
  path: '/api/layers/:layer/editions/:edition/withdraw',
  summary:
    'Take an edition back with a reason: a waiting one by whoever brought it, the one in force by an approver or administrator. It stays as it is and is shown to the public no more',
  body: WithReason,
});

export const restoreEdition = defineContract({
  ...decision,
  right: { roles: EDITION_ACTORS },
  id: 'restoreEdition',
  path: '/api/layers/:layer/editions/:edition/restore',
  summary: 'Propose an edition that was in force once more, as a new one with the same shapes; a second person decides',
  body: Type.Object({}, { additionalProperties: false }),
});

/** In the order in which the description lists them. */
export const LAYER_DOORS = [
  getParcelOverlays,
  listLayers,
  fetchLayer,
  enforceEdition,
  refuseEdition,
  withdrawEdition,
  restoreEdition,
  previewEdition,
  getEditionTile,
] as const;
