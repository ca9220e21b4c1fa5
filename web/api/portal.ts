import type { Commune } from '../../server/domain/contract/communes.ts';
import type { PortalParcelDetail } from '../../server/domain/contract/portal-parcels.ts';
import { getJson } from './get-json.ts';

/** One parcel as the public may know it. */
export function getParcel(id: string, signal?: AbortSignal): Promise<PortalParcelDetail> {
  return getJson<PortalParcelDetail>(`/api/portal/parcels/${encodeURIComponent(id)}`, signal);
}

/** The communes that exist today. */
export async function listCommunes(): Promise<Commune[]> {
  return (await getJson<{ items: Commune[] }>('/api/communes')).items;
}

/** Address of the parcel tiles, with {z}, {x}, {y}. */
export const PARCEL_TILES = '/tiles/parcels/{z}/{x}/{y}.mvt';
