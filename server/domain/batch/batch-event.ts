/** What can happen to a batch between its reception and its reversal. The audit log says it; this gives it one name each. */

export const BATCH_ACTS = [
  'received',
  'attempt_failed',
  'retried',
  'staged',
  'validated',
  'refused',
  'errors_excluded',
  'corrections_accepted',
  'corrections_rejected',
  'corrections_undone',
  'record_edited',
  'decisions_carried',
  'records_excluded',
  'records_included',
  'overridden',
  'proposed',
  'sent_back',
  'withdrawn',
  'rejected',
  'cancelled',
  'promoted',
  'reversal_proposed',
  'reversal_sent_back',
  'reversal_withdrawn',
  'reversed',
] as const;
export type BatchAct = (typeof BATCH_ACTS)[number];

/** By which road a batch came: somebody's upload, the command line, or another reading of bytes that were there. */
export const RECEPTIONS = ['desk', 'import-cli', 'override'] as const;
export type Reception = (typeof RECEPTIONS)[number];

/** Action of the audit log → act; or by a word of its body where one action is several acts. */
const ACTS: Readonly<
  Record<string, BatchAct | { readonly by: string; readonly of: Readonly<Record<string, BatchAct>> }>
> = {
  'batch.received': 'received',
  'batch.attempt_failed': 'attempt_failed',
  'batch.retried': 'retried',
  'batch.staged': 'staged',
  'batch.validated': 'validated',
  'batch.refused': 'refused',
  'batch.errors_excluded': 'errors_excluded',
  'batch.corrected': {
    by: 'decision',
    of: {
      accept: 'corrections_accepted',
      reject: 'corrections_rejected',
      undo: 'corrections_undone',
      edit: 'record_edited',
    },
  },
  'batch.decisions_carried': 'decisions_carried',
  'batch.records_excluded': 'records_excluded',
  'batch.records_included': 'records_included',
  'batch.superseded': 'overridden',
  'batch.proposed': 'proposed',
  'batch.proposal_refused': { by: 'from', of: { proposed: 'sent_back', reversal_proposed: 'reversal_sent_back' } },
  'batch.proposal_withdrawn': { by: 'from', of: { proposed: 'withdrawn', reversal_proposed: 'reversal_withdrawn' } },
  'batch.rejected': 'rejected',
  'batch.cancelled': 'cancelled',
  'batch.promoted': 'promoted',
  'batch.reversal_proposed': 'reversal_proposed',
  'batch.reversed': 'reversed',
};

/** Actions of the audit log that are part of a batch's history. */
export const BATCH_ACTIONS: readonly string[] = Object.keys(ACTS);

/** The act that an audit row tells of. Throws for one that is none: {@link BATCH_ACTIONS} says which are. */
export function batchAct(action: string, body: Readonly<Record<string, unknown>>): BatchAct {
  const found = ACTS[action];
  const act = typeof found === 'object' ? found.of[String(body[found.by])] : found;
  if (act === undefined) throw new RangeError(`audit rows of ${action} tell of nothing that happens to a batch`);
  return act;
}
