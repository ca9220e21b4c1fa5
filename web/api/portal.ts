import type { Commune } from '../../server/domain/contract/communes.ts';
import type { PortalParcelDetail } from '../../server/domain/contract/portal-parcels.ts';
import type { ReferenceEntry } from '../../server/domain/contract/reference.ts';
import { getJson } from './get-json.ts';

/** One parcel as the public may know it; `at` = as of which day, null = now. */
export function getParcel(id: string, at: string | null, signal?: AbortSignal): Promise<PortalParcelDetail> {
  const day = at === null ? '' : `?at=${at}`;
  return getJson<PortalParcelDetail>(`/api/portal/parcels/${encodeURIComponent(id)}${day}`, signal);
}

/** The communes that exist today. */
export async function listCommunes(signal?: AbortSignal): Promise<Commune[]> {
  return (await getJson<{ items: Commune[] }>('/api/communes', signal)).items;
}

/** Codes and words of land use, as in force on a day. */
export async function listLandUses(at: string | null): Promise<ReferenceEntry[]> {
  const day = at === null ? '' : `?at=${at}`;
  return (await getJson<{ items: ReferenceEntry[] }>(`/api/reference/land-use${day}`)).items;
}

/** Address of the parcel tiles, with {z}, {x}, {y}; `at` = as of which day, null = now. */
export const parcelTiles = (at: string | null) => `/tiles/parcels/{z}/{x}/{y}.mvt${at === null ? '' : `?at=${at}`}`;

/** The same of communes, sheets and place names. */
export const outlineTiles = (at: string | null) => `/tiles/outlines/{z}/{x}/{y}.mvt${at === null ? '' : `?at=${at}`}`;
