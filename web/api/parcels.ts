import type { ParcelLineage } from '../../server/domain/contract/parcel/parcel-lineage.ts';
import type {
  Parcel,
  ParcelDetail,
  ParcelHistory,
  ParcelNeighbours,
  ParcelRights,
} from '../../server/domain/contract/parcel/parcels.ts';
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

/** Of which past moment a parcel is shown: the end of a day, by what was known at the end of another. */
export interface PastMoment {
  readonly at: string | null;
  readonly knownAt: string | null;
}

/** `moment`: null = now. `after`: as it will be after which open dealing. */
export const getStaffParcel = (
  id: string,
  moment: PastMoment | null,
  signal: AbortSignal,
  after: string | null = null,
) => getJson<ParcelDetail>(withQuery(parcelPath(id), { ...moment, after }), signal);

/** Holders, mortgages and caveats. Each call is written to the read log. */
export const getParcelRights = (
  id: string,
  moment: PastMoment | null,
  signal: AbortSignal,
  after: string | null = null,
) => getJson<ParcelRights>(withQuery(parcelPath(id, '/rights'), { ...moment, after }), signal);

export const getParcelLineage = (id: string, signal: AbortSignal) =>
  getJson<ParcelLineage>(parcelPath(id, '/lineage'), signal);

export const getParcelHistory = (id: string, signal: AbortSignal) =>
  getJson<ParcelHistory>(parcelPath(id, '/history'), signal);

export const getParcelNeighbours = (id: string, signal: AbortSignal, after: string | null = null) =>
  getJson<ParcelNeighbours>(withQuery(parcelPath(id, '/neighbours'), { after }), signal);
