import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

export interface AuditEntry {
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Ids, codes, counts and digests only: never a name or a number of a person. */
  readonly body: Record<string, unknown>;
}

/** Writes the audit row of a state change. Call it last in the transaction of that change. */
export async function writeAudit(trx: Trx, entry: AuditEntry): Promise<void> {
  await trx.query(
    prepared(
      `insert into audit.entry (actor, action, subject_kind, subject_id, body, leaf) values ($1, $2, $3, $4, $5, '')`,
      [entry.actor, entry.action, entry.subjectKind, entry.subjectId, JSON.stringify(entry.body)],
    ),
  );
}
