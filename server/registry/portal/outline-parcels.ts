import type pg from 'pg';
import { listSmallShapes, type Ring } from '../../db/portal/drawing.ts';
import { readPublication } from '../../db/reference/publication.ts';
import { endOfDay } from '../../domain/legal-day.ts';

/**
 * Rings of the parcels of a list, for a small drawing beside each: a shape tells namesakes apart. None where the policy
 * withholds boundaries.
 */
export async function outlineParcels(
  pool: pg.Pool,
  ids: readonly string[],
  at: string | undefined,
): Promise<ReadonlyMap<string, readonly Ring[]>> {
  if (ids.length === 0) return new Map();
  const publication = await readPublication(pool);
  const open = publication.allows('lookup', 'geometryLegal') && publication.allows('lookup', 'geometry');
  return open ? listSmallShapes(pool, ids, at === undefined ? null : endOfDay(at)) : new Map();
}
