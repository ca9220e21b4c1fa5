/** First answers to requests on dealings: the same request again gets it again. */
import type { Trx } from '../kit/transaction.ts';

export interface FirstDealingAnswer {
  readonly dealingId: string;
  /** Digest of what was asked. */
  readonly asked: Buffer;
  readonly reply: unknown;
}

export async function findDealingAnswer(
  trx: Trx,
  actor: string,
  door: string,
  key: string,
): Promise<FirstDealingAnswer | undefined> {
  const { rows } = await trx.query<FirstDealingAnswer>(
    'select dealing_id as "dealingId", asked, reply from dealing.answer where actor = $1 and door = $2 and key = $3',
    [actor, door, key],
  );
  return rows[0];
}

export async function insertDealingAnswer(
  trx: Trx,
  answer: FirstDealingAnswer & { readonly actor: string; readonly door: string; readonly key: string },
): Promise<void> {
  await trx.query(
    'insert into dealing.answer (actor, door, key, dealing_id, asked, reply) values ($1, $2, $3, $4, $5, $6)',
    [answer.actor, answer.door, answer.key, answer.dealingId, answer.asked, JSON.stringify(answer.reply)],
  );
}

/** Two requests under one key at the same moment: the second waits for the first, and then finds its answer. */
export async function lockAnswer(trx: Trx, actor: string, door: string, key: string): Promise<void> {
  await trx.query("select pg_advisory_xact_lock(hashtextextended('diaba.answer.' || $1, 0))", [
    [actor, door, key].join('\n'),
  ]);
}
