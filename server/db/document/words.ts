/** Schema document: the words that stand on documents, as keyed hashes. */
import type { Trx } from '../kit/transaction.ts';

/** Adds words to a document; those that are there stay. */
export async function insertWords(trx: Trx, documentId: string, tokens: readonly Buffer[]): Promise<void> {
  await trx.query(
    'insert into document.word (document_id, token) select $1, unnest($2::bytea[]) on conflict do nothing',
    [documentId, tokens],
  );
}
