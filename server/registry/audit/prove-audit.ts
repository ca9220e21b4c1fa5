import type pg from 'pg';
import { findCheckpoint, findLeaf, readSubtrees } from '../../db/audit/tree.ts';
import { inTransaction, type Trx } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { consistencyRanges, foldSubtrees, fullSubtrees, inclusionRanges, type Range } from './merkle.ts';

const base64 = (hash: Uint8Array) => Buffer.from(hash).toString('base64');

/** Hashes of ranges, from the full subtrees in one look-up. */
async function hashRanges(trx: Trx, ranges: readonly Range[]): Promise<string[]> {
  const parts = ranges.map(fullSubtrees);
  const hashes = await readSubtrees(trx, parts.flat());
  return parts.map((ids) => base64(foldSubtrees(hashes.splice(0, ids.length))));
}

export interface InclusionProof {
  readonly position: number;
  readonly leaf: string;
  readonly proof: string[];
  /** Signed note of the tree that the proof leads to. */
  readonly checkpoint: string;
}

/** That an entry is in the log, up to the last checkpoint. Throws audit.not_sealed for one that is not in it yet. */
export function proveInclusion(pool: pg.Pool, actor: Actor, seq: number): Promise<InclusionProof> {
  return inTransaction(pool, actor, async (trx) => {
    const [leaf, checkpoint] = [await findLeaf(trx, seq), await findCheckpoint(trx)];
    if (!leaf || !checkpoint) throw new Problem('audit.not_sealed');
    return {
      position: leaf.position,
      leaf: base64(leaf.hash),
      proof: await hashRanges(trx, inclusionRanges(leaf.position, checkpoint.size)),
      checkpoint: checkpoint.note,
    };
  });
}

export interface ConsistencyProof {
  readonly from: string;
  readonly to: string;
  readonly proof: string[];
}

/** That the log of today begins with the log of an earlier checkpoint. */
export function proveConsistency(pool: pg.Pool, actor: Actor, size: number): Promise<ConsistencyProof> {
  return inTransaction(pool, actor, async (trx) => {
    const [from, to] = [await findCheckpoint(trx, size), await findCheckpoint(trx)];
    if (!from || !to) throw new Problem('audit.not_sealed');
    return { from: from.note, to: to.note, proof: await hashRanges(trx, consistencyRanges(from.size, to.size)) };
  });
}

/** The last signed note. */
export function getCheckpoint(pool: pg.Pool, actor: Actor): Promise<{ checkpoint: string; at: string }> {
  return inTransaction(pool, actor, async (trx) => {
    const found = await findCheckpoint(trx);
    if (!found) throw new Problem('audit.not_sealed');
    return { checkpoint: found.note, at: found.at.toISOString() };
  });
}
