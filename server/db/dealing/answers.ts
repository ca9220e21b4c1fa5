/** First answers to requests on dealings and on batches under review: the same request again gets it again. */
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

/** Whoever may not see that any more is not given the answer again. */
export type AnswerAbout = { readonly batchId: string } | { readonly dealingId: string };

export interface FirstAnswer {
  /** Digest of what was asked. */
  readonly asked: Buffer;
  readonly reply: unknown;
}

/** What this actor was answered at this door under this key. */
export async function findAnswer(trx: Trx, actor: string, door: string, key: string): Promise<FirstAnswer | undefined> {
  const { rows } = await trx.query<FirstAnswer>(
    prepared('select asked, reply from dealing.answer where actor = $1 and door = $2 and key = $3', [actor, door, key]),
  );
  return rows[0];
}

export async function insertAnswer(
  trx: Trx,
  answer: FirstAnswer & {
    readonly actor: string;
    readonly door: string;
    readonly key: string;
    readonly about: AnswerAbout;
  },
): Promise<void> {
  const { about } = answer;
  await trx.query(
    prepared(
      'insert into dealing.answer (actor, door, key, batch_id, dealing_id, asked, reply) values ($1, $2, $3, $4, $5, $6, $7)',
      [
        answer.actor,
        answer.door,
        answer.key,
        'batchId' in about ? about.batchId : null,
        'dealingId' in about ? about.dealingId : null,
        answer.asked,
        JSON.stringify(answer.reply),
      ],
    ),
  );
}

/** Two requests under one key at the same moment: the second waits for the first, and then finds its answer. */
export async function lockAnswer(trx: Trx, actor: string, door: string, key: string): Promise<void> {
  await trx.query(
    prepared("select pg_advisory_xact_lock(hashtextextended('diaba.answer.' || $1, 0))", [
      [actor, door, key].join('\n'),
    ]),
  );
}
