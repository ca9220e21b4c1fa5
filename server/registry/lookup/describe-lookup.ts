import type { LookupRow } from '../../db/lookup/lookups.ts';
import type { LookupSummary } from '../../domain/contract/lookups.ts';
import type { LookupCipher } from './lookup-cipher.ts';

/** A look-up as its owner sees it. */
export function describeLookup(cipher: LookupCipher, row: LookupRow): LookupSummary {
  const { name, heads, fields } = cipher.openHead(row.head);
  const { lookupId, purpose, rows, done, counts, state, asOf, askedAt, endedAt, keepUntil } = row;
  return {
    lookupId,
    name,
    columns: heads.map((head, i) => ({ head, field: fields[i] ?? null })),
    purpose,
    state,
    rows,
    done,
    counts: {
      matched: counts.matched,
      ambiguous: counts.ambiguous,
      notMatched: counts.not_matched,
      notUnderstood: counts.not_understood,
    },
    askedAt: askedAt.toISOString(),
    asOf: asOf?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    keepUntil,
  };
}
