import type pg from 'pg';
import { listPortalLayers, listPortalOverlays } from '../../db/portal/layers.ts';
import { findDataMoment, findPortalParcelRow, findPortalSource, listPortalRelatives } from '../../db/portal/parcels.ts';
import { readChannelPolicy } from '../../db/reference/publication.ts';
import type { PortalParcelDetail } from '../../domain/contract/portal/portal-parcels.ts';
import { groupOverlays } from '../../domain/layer/overlay.ts';
import { endOfDay } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { type Channel, requireOpen } from '../../domain/publication/publication-policy.ts';
import { publishParcelDetail } from '../../domain/publication/publish-parcel.ts';
import { mayAsk } from './find-portal-parcels.ts';

/** One parcel for the public, as of a day or in its latest state. Throws parcel.not_found, publication.closed. */
export async function getPortalParcel(
  pool: pg.Pool,
  channel: Channel,
  id: string,
  at: string | undefined,
): Promise<PortalParcelDetail> {
  const before = at === undefined ? null : endOfDay(at);
  const [policy, parcel, relatives, source, layers, overlays, moment] = await Promise.all([
    readChannelPolicy(pool, channel),
    findPortalParcelRow(pool, id, before),
    listPortalRelatives(pool, id),
    findPortalSource(pool, id),
    listPortalLayers(pool, before),
    listPortalOverlays(pool, id, before),
    findDataMoment(pool),
  ]);
  requireOpen(policy);
  if (!parcel || !mayAsk(policy, { at })) throw new Problem('parcel.not_found');
  return publishParcelDetail(policy, {
    ...parcel,
    ...relatives,
    source,
    overlays: groupOverlays(
      layers.filter(({ channels }) => channels.includes('lookup')),
      overlays,
      parcel.areaM2,
    ),
    dataAsOf: moment?.toISOString() ?? null,
  });
}
