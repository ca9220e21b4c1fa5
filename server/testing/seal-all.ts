import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { CheckpointSigner } from '../registry/audit/checkpoint-signer.ts';
import { sealAudit } from '../registry/audit/seal-audit.ts';

/**
 * Seals until every entry is in the tree. Entries wait for transactions that began before them, in any database of the cluster:
 * those of other tests as well.
 */
export async function sealAll(pool: pg.Pool, signer: CheckpointSigner, owner: pg.ClientBase): Promise<void> {
  for (;;) {
    await sealAudit(pool, signer);
    const { rows } = await owner.query<{ open: boolean }>(
      'select exists (select from audit.entry e where not exists (select from audit.leaf l where l.seq = e.seq)) as open',
    );
    if (!rows[0]!.open) return;
    await setTimeout(20);
  }
}
