import type { Commune } from '../../server/domain/contract/communes.ts';
import type { PublicLayer } from '../../server/domain/contract/portal/portal-layers.ts';
import type { PortalParcelDetail } from '../../server/domain/contract/portal/portal-parcels.ts';
import type { ReferenceEntry } from '../../server/domain/contract/reference.ts';
import { getJson } from './get-json.ts';

/** What an address says of the day as of which; null = now. */
const asOf = (at: string | null) => (at === null ? '' : `?at=${at}`);

/** One parcel as the public may know it; `at` = as of which day, null = now. */
export function getParcel(id: string, at: string | null, signal?: AbortSignal): Promise<PortalParcelDetail> {
  return getJson<PortalParcelDetail>(`/api/portal/parcels/${encodeURIComponent(id)}${asOf(at)}`, signal);
}

/** The communes that exist today. */
export async function listCommunes(signal?: AbortSignal): Promise<Commune[]> {
  return (await getJson<{ items: Commune[] }>('/api/communes', signal)).items;
}

/** Codes and words of land use, as in force on a day. */
export async function listLandUses(at: string | null): Promise<ReferenceEntry[]> {
  return (await getJson<{ items: ReferenceEntry[] }>(`/api/reference/land-use${asOf(at)}`)).items;
}

/** Address of the parcel tiles, with {z}, {x}, {y}; `at` = as of which day, null = now. */
export const parcelTiles = (at: string | null) => `/tiles/parcels/{z}/{x}/{y}.mvt${asOf(at)}`;

/** The same of communes, sheets and place names. */
export const outlineTiles = (at: string | null) => `/tiles/outlines/{z}/{x}/{y}.mvt${asOf(at)}`;

/** Thematic layers that the public sees. */
export async function listPublicLayers(): Promise<PublicLayer[]> {
  return (await getJson<{ items: PublicLayer[] }>('/api/portal/layers')).items;
}

/** Address of the tiles of a thematic layer. */
export const layerTiles = (code: string) => `/tiles/layers/${code}/{z}/{x}/{y}.mvt`;
