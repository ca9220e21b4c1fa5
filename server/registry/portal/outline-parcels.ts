import type pg from 'pg';
import { listSmallShapes } from '../../db/portal/drawing.ts';
import { readChannelPolicy } from '../../db/reference/publication.ts';
import type { Ring } from '../../domain/drawing/boundary.ts';
import { endOfDay } from '../../domain/legal-day.ts';
import type { Channel } from '../../domain/publication/publication-policy.ts';

/**
 * Rings of the parcels of a list, for a small drawing beside each: a shape tells namesakes apart. None where the policy
 * withholds boundaries.
 */
export async function outlineParcels(
  pool: pg.Pool,
  channel: Channel,
  ids: readonly string[],
  at: string | undefined,
): Promise<ReadonlyMap<string, readonly Ring[]>> {
  if (ids.length === 0) return new Map();
  const policy = await readChannelPolicy(pool, channel);
  const open = policy.allows('geometryLegal') && policy.allows('geometry');
  return open ? listSmallShapes(pool, ids, at === undefined ? null : endOfDay(at)) : new Map();
}
