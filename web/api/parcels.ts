import type {
  Parcel,
  ParcelDetail,
  ParcelHistory,
  ParcelNeighbours,
  ParcelRights,
} from '../../server/domain/contract/parcels.ts';
import { getJson } from './get-json.ts';
import { withQuery } from './with-query.ts';

export type { Parcel, ParcelDetail, ParcelHistory, ParcelNeighbours, ParcelRights };

/** Address of a parcel at the staff's doors, or of something of it. */
const parcelPath = (id: string, rest = '') => `/api/parcels/${encodeURIComponent(id)}${rest}`;

/** Parcels that a typed question may mean, the registered ones of the communes one serves. */
export const findParcels = (q: string, signal: AbortSignal) =>
  getJson<{ readonly items: readonly Parcel[]; readonly nextCursor: string | null }>(
    withQuery('/api/parcels', { q, limit: 50 }),
    signal,
  );

/** `at`: as of the end of which day; null = now. `after`: as it will be after which open dealing. */
export const getStaffParcel = (id: string, at: string | null, signal: AbortSignal, after: string | null = null) =>
  getJson<ParcelDetail>(withQuery(parcelPath(id), { at, after }), signal);

/** Holders, mortgages and caveats. Each call is written to the read log. */
export const getParcelRights = (id: string, at: string | null, signal: AbortSignal, after: string | null = null) =>
  getJson<ParcelRights>(withQuery(parcelPath(id, '/rights'), { at, after }), signal);

export const getParcelHistory = (id: string, signal: AbortSignal) =>
  getJson<ParcelHistory>(parcelPath(id, '/history'), signal);

export const getParcelNeighbours = (id: string, signal: AbortSignal) =>
  getJson<ParcelNeighbours>(parcelPath(id, '/neighbours'), signal);
