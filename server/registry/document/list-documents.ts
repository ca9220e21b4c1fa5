import type pg from 'pg';
import { logDocumentReading } from '../../db/audit/read-log.ts';
import { listDocumentRows } from '../../db/document/document-list.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentQuery, DocumentSummary } from '../../domain/contract/document/documents.ts';
import { decodeCursor, encodeCursor } from '../../domain/page-cursor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { describeDocument } from './describe-document.ts';
import type { WordTokens } from './word-tokens.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

function seatOf(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [at = '', id = ''] = decodeCursor(cursor) ?? [];
  if (!INSTANT.test(at) || !UUID.test(id)) throw new Problem('cursor.invalid');
  return { at, id };
}

/** Documents of the actor's communes. Nothing in the list says who anybody is. */
export function listDocuments(
  pool: pg.Pool,
  actor: Actor,
  tokens: WordTokens,
  query: DocumentQuery,
): Promise<{ items: DocumentSummary[]; nextCursor: string | null }> {
  const { status = null, limit = 50 } = query;
  const after = seatOf(query.cursor);
  return actAs(pool, actor, async (trx) => {
    const filter = {
      status,
      uploadId: query.uploadId ?? null,
      scanId: query.scanId ?? null,
      parcelId: query.parcelId ?? null,
      commune: query.commune ?? null,
      links: query.links ?? null,
      second: query.second ?? null,
      words: query.q?.trim() || null,
      tokens: tokens.of(query.q ?? ''),
      oldestFirst:
        status === 'reading' || status === 'to_review' || query.scanId !== undefined || query.second !== undefined,
      after,
    };
    const rows = await listDocumentRows(trx, filter, limit + 1);
    const shown = rows.slice(0, limit);
    // Who looks for the words of a paper may have looked for a person.
    if (filter.words !== null) {
      const documentIds = shown.map(({ id }) => id);
      await logDocumentReading(trx, { actor: actor.id, documentIds, purpose: 'search' });
    }
    const last = shown.at(-1);
    return {
      items: shown.map((row) => describeDocument(row, actor)),
      nextCursor: rows.length > limit && last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
    };
  });
}
