import type pg from 'pg';
import { type Checkpoint, findSmuggled, listCheckpoints, listSealed } from '../../db/audit/tree.ts';
import { inTransaction } from '../../db/kit/transaction.ts';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import { foldSubtrees, nodeHash } from './merkle.ts';
import { SEALER } from './seal-audit.ts';

/** What is wrong, and where first. */
export interface AuditFault {
  readonly kind:
    | 'entry_altered'
    | 'entry_missing'
    | 'entry_inserted'
    | 'position_missing'
    | 'root_differs'
    | 'checkpoint_forged'
    | 'log_shortened';
  /** Position in the log, or size of the checkpoint. */
  readonly position: number;
  readonly seq?: string;
}

export interface AuditVerdict {
  readonly entries: number;
  readonly checkpoints: number;
  readonly fault: AuditFault | null;
}

const AT_ONCE = 10_000;

/** Roots of the full subtrees so far, from left to right; grows by one leaf at a time. */
function pushLeaf(stack: { size: number; hash: Uint8Array }[], leaf: Uint8Array): void {
  let node = { size: 1, hash: leaf };
  for (let left = stack.at(-1); left?.size === node.size; left = stack.at(-1)) {
    stack.pop();
    node = { size: left.size * 2, hash: nodeHash(left.hash, node.hash) };
  }
  stack.push(node);
}

function faultOf(entry: Awaited<ReturnType<typeof listSealed>>[number], position: number): AuditFault | null {
  if (entry.position !== position) return { kind: 'position_missing', position };
  const { seq, computed, kept, hash } = entry;
  if (!computed || !kept) return { kind: 'entry_missing', position, seq };
  if (!computed.equals(kept) || !computed.equals(hash)) return { kind: 'entry_altered', position, seq };
  return null;
}

/**
 * Computes the whole tree again from the words of the entries and holds every checkpoint against it: the first position at
 * which something was altered, left out, put in or shortened. `known` are notes that somebody kept elsewhere.
 */
export function verifyAudit(
  pool: pg.Pool,
  signer: CheckpointSigner,
  known: readonly string[] = [],
): Promise<AuditVerdict> {
  return inTransaction(pool, SEALER, async (trx) => {
    const checkpoints = await listCheckpoints(trx);
    const roots = new Map<number, Uint8Array[]>();
    const keep = (size: number, root: Uint8Array) => roots.set(size, [...(roots.get(size) ?? []), root]);
    const done = (entries: number, fault: AuditFault | null): AuditVerdict => ({
      entries,
      checkpoints: checkpoints.length,
      fault,
    });
    for (const { note, size, root } of checkpoints) {
      const read = signer.read(note);
      if (read?.size !== size || !read.root.equals(root)) return done(0, { kind: 'checkpoint_forged', position: size });
      keep(size, root);
    }
    for (const note of known) {
      const read = signer.read(note);
      if (!read) return done(0, { kind: 'checkpoint_forged', position: 0 });
      keep(read.size, read.root);
    }
    const longest = Math.max(0, ...roots.keys());
    const stack: { size: number; hash: Uint8Array }[] = [];
    let position = 0;
    for (let more = true; more; ) {
      const page = await listSealed(trx, position, AT_ONCE);
      for (const entry of page) {
        const fault = faultOf(entry, position);
        if (fault) return done(position, fault);
        pushLeaf(stack, entry.computed!);
        position += 1;
        const held = roots.get(position);
        if (held) {
          const root = foldSubtrees(stack.map(({ hash }) => hash));
          if (held.some((expected) => Buffer.compare(expected, root) !== 0)) {
            return done(position, { kind: 'root_differs', position: firstDiffering(checkpoints, position) });
          }
        }
      }
      more = page.length === AT_ONCE;
    }
    if (position < longest) return done(position, { kind: 'log_shortened', position });
    const smuggled = await findSmuggled(trx);
    if (smuggled) return done(position, { kind: 'entry_inserted', position, seq: smuggled.seq });
    return done(position, null);
  });
}

/** The change lies after the last checkpoint that still fits. */
function firstDiffering(checkpoints: readonly Checkpoint[], failedAt: number): number {
  return Math.max(0, ...checkpoints.map(({ size }) => size).filter((size) => size < failedAt));
}
