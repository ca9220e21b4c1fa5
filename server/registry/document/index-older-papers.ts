import type pg from 'pg';
import { listFields } from '../../db/document/fields.ts';
import { listPageWords, listUnindexed } from '../../db/document/page-content.ts';
import { insertWords } from '../../db/document/words.ts';
import { inTransaction, type Scope } from '../../db/kit/transaction.ts';
import type { ReadingCipher } from './reading-cipher.ts';
import type { WordTokens } from './word-tokens.ts';

/** Documents of one transaction. */
const AT_A_TIME = 20;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Lets papers be found that were read before words were kept for search, from the words that lie sealed with their pages and from
 * what people said of them. Repeatable, and by several at once; stops between two portions. How many documents it went through.
 */
export async function indexOlderPapers(
  pool: pg.Pool,
  actor: Scope,
  { cipher, tokens }: { readonly cipher: ReadingCipher; readonly tokens: WordTokens },
  isStopping: () => boolean = () => false,
): Promise<number> {
  let [after, done] = [FIRST, 0];
  while (!isStopping()) {
    const ids = await inTransaction(pool, actor, async (trx) => {
      const found = await listUnindexed(trx, after, AT_A_TIME);
      for (const documentId of found) {
        const pages = (await listPageWords(trx, documentId)).map((sealed) => cipher.open(sealed) as { text: string }[]);
        const said = (await listFields(trx, documentId)).flatMap(({ value, state }) =>
          state === 'confirmed' && value !== null ? [value] : [],
        );
        const text = [...pages.flat().map((word) => word.text), ...said].join(' ');
        await insertWords(trx, documentId, tokens.of(text));
      }
      return found;
    });
    done += ids.length;
    const last = ids.at(-1);
    if (ids.length < AT_A_TIME || last === undefined) break;
    after = last;
  }
  return done;
}
