import type pg from 'pg';
import { listPortalLayers } from '../../db/portal/layers.ts';
import type { PublicLayer } from '../../domain/contract/portal/portal-layers.ts';
import { endOfDay } from '../../domain/legal-day.ts';

/** Layers that the public sees through some channel, now or as of the end of a day. */
export async function listPublicLayers(pool: pg.Pool, at: string | undefined): Promise<{ items: PublicLayer[] }> {
  const layers = await listPortalLayers(pool, at === undefined ? null : endOfDay(at));
  return { items: layers.map((layer) => ({ ...layer, channels: [...layer.channels] })) };
}
