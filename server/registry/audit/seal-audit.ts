import type pg from 'pg';
import {
  appendToTree,
  beginSealing,
  insertCheckpoint,
  listUnsealed,
  readSealedState,
  readSubtrees,
} from '../../db/audit/tree.ts';
import { inTransaction } from '../../db/kit/transaction.ts';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import { appendLeaves, fullSubtrees } from './merkle.ts';

/** Sealed at once; what is more waits for the next round. */
export const AT_ONCE = 5_000;
export const SEALER = { id: 'audit-sealer', communes: '*' } as const;

/** Puts what has committed into the tree and signs its new root; how many entries that were, 0 when there was nothing to do. */
export function sealAudit(pool: pg.Pool, signer: CheckpointSigner): Promise<number> {
  return inTransaction(pool, SEALER, async (trx) => {
    if (!(await beginSealing(trx))) return 0;
    const { size, horizon: since } = await readSealedState(trx);
    const { entries, horizon } = await listUnsealed(trx, since, AT_ONCE);
    if (entries.length === 0) return 0;
    const frontier = await readSubtrees(trx, fullSubtrees({ from: 0, to: size }));
    const leaves = entries.map(({ leaf }) => leaf);
    const { nodes, root } = appendLeaves(size, frontier, leaves);
    await appendToTree(trx, size, entries, nodes);
    const grown = size + entries.length;
    // Where not all could be taken, the next seal begins again where this one began.
    const reached = entries.length < AT_ONCE ? horizon : (since ?? '0');
    await insertCheckpoint(trx, { size: grown, root, note: signer.note(grown, root), horizon: reached });
    return entries.length;
  });
}
