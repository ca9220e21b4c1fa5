import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { countOpenFetches, insertFetch } from '../../db/layer/fetches.ts';
import type { Actor } from '../../domain/actor.ts';
import { isListed, readAddress } from '../../domain/layer/layer-fetch.ts';
import { type GivenLayer, readLayerFacts } from '../../domain/layer/layer-metadata.ts';
import { type FieldError, Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/** Readings that one person may have open. */
const OPEN_AT_ONCE = 5;

/**
 * Notes that a service is to be read and become an edition of a layer; a worker does it. Asked again with the same id it is the same.
 * Throws layer.source_closed, layer.fetch_quota, request.invalid.
 */
export function askFetch(
  pool: pg.Pool,
  actor: Actor,
  asked: { readonly fetchId: string; readonly url: string; readonly layer: GivenLayer },
  sources: readonly string[],
): Promise<{ fetchId: string }> {
  const address = readAddress(asked.url);
  if (!address || !isListed(address, sources)) throw new Problem('layer.source_closed');
  const errors: FieldError[] = [];
  const facts = readLayerFacts(asked.layer, errors);
  if (!facts) throw new Problem('request.invalid', { errors });
  return asStaff(pool, actor, async (trx) => {
    if ((await countOpenFetches(trx, actor.id)) >= OPEN_AT_ONCE) throw new Problem('layer.fetch_quota');
    const { fetchId } = asked;
    const layer = { ...facts, url: address.href };
    if (await insertFetch(trx, { fetchId, layer, url: address.href, askedBy: actor.id }))
      await writeAudit(trx, {
        actor: actor.id,
        action: 'layer.fetch_asked',
        subjectKind: 'layer',
        subjectId: facts.code,
        body: { fetchId, host: address.host },
      });
    return { fetchId };
  });
}
