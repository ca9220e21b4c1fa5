import type {
  EditionPreview,
  LayerArrival,
  LayerFetch,
  LayerList,
  ParcelOverlays,
  StaffLayer,
} from '../../server/domain/contract/layers.ts';
import type { EditionStep } from '../../server/domain/layer/edition-step.ts';
import { getJson } from './get-json.ts';
import { postJson } from './send-json.ts';
import { withQuery } from './with-query.ts';

export type { EditionPreview, LayerArrival, LayerFetch, LayerList, ParcelOverlays, StaffLayer };

export const listStaffLayers = (signal: AbortSignal) => getJson<LayerList>('/api/layers', signal);

/** What layers in force have on a parcel; `at`: as of the end of which day, null = now. */
export const getParcelOverlays = (id: string, at: string | null, signal: AbortSignal) =>
  getJson<ParcelOverlays>(withQuery(`/api/parcels/${encodeURIComponent(id)}/overlays`, { at }), signal);

/** A step with an edition; asked for again it changes nothing. `reason`: where the step needs one. */
export const stepEdition = (layer: string, no: number, step: EditionStep, reason: string | null) =>
  postJson<StaffLayer>(`/api/layers/${layer}/editions/${no}/${step}`, { body: reason === null ? {} : { reason } });

/** Has a service read; asked again with the same id it is the same. */
export const fetchLayer = (fetchId: string, url: string, layer: Readonly<Record<string, string>>) =>
  postJson<{ readonly fetchId: string }>('/api/layers/fetches', { body: { fetchId, url, layer } });

export const previewEdition = (layer: string, no: number, signal: AbortSignal) =>
  getJson<EditionPreview>(`/api/layers/${layer}/editions/${no}`, signal);

/** Tiles of an edition in whatever state, for staff. */
export const editionTiles = (layer: string, no: number) => `/tiles/layers/${layer}/editions/${no}/{z}/{x}/{y}.mvt`;
