import type { ParcelOverlays, StaffLayer } from '../../server/domain/contract/layers.ts';
import { getJson } from './get-json.ts';
import { postJson } from './send-json.ts';
import { withQuery } from './with-query.ts';

export type { ParcelOverlays, StaffLayer };

export const listStaffLayers = (signal: AbortSignal) =>
  getJson<{ readonly items: readonly StaffLayer[] }>('/api/layers', signal);

/** What layers in force have on a parcel; `at`: as of the end of which day, null = now. */
export const getParcelOverlays = (id: string, at: string | null, signal: AbortSignal) =>
  getJson<ParcelOverlays>(withQuery(`/api/parcels/${encodeURIComponent(id)}/overlays`, { at }), signal);

/** Decisions on a waiting edition; asked again they change nothing. */
const editionPath = (layer: string, no: number, step: string) => `/api/layers/${layer}/editions/${no}/${step}`;
export const enforceEdition = (layer: string, no: number) =>
  postJson<StaffLayer>(editionPath(layer, no, 'enforce'), { body: {} });
export const refuseEdition = (layer: string, no: number, reason: string) =>
  postJson<StaffLayer>(editionPath(layer, no, 'refuse'), { body: { reason } });
