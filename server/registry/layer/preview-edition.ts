import type pg from 'pg';
import { findPreview } from '../../db/layer/layer-arrivals.ts';
import { listFindings } from '../../db/staging/batch-report.ts';
import type { Actor } from '../../domain/actor.ts';
import type { EditionPreview } from '../../domain/contract/layers.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/** What is in an edition, whatever its state, before it is decided on or afterwards. Throws edition.not_found. */
export const previewEdition = (
  pool: pg.Pool,
  actor: Actor,
  { layer, edition }: { readonly layer: string; readonly edition: number },
): Promise<EditionPreview> =>
  // Its batch is of no commune.
  asStaff(pool, { ...actor, communes: '*' }, async (trx) => {
    const found = await findPreview(trx, layer, edition);
    if (!found) throw new Problem('edition.not_found');
    return { ...found, findings: await listFindings(trx, found.batchId) };
  });
