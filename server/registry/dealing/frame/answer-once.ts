import { createHash } from 'node:crypto';
import { writeAudit } from '../../../db/audit/write-audit.ts';
import { type AnswerAbout, findAnswer, insertAnswer, lockAnswer } from '../../../db/dealing/answers.ts';
import { sendTogether } from '../../../db/kit/send-together.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { Actor } from '../../../domain/actor.ts';
import { Problem } from '../../../domain/problem/problem.ts';

/** A request under the key by which it is known again. */
export interface AskedOnce {
  /** Id of the contract. */
  readonly door: string;
  /** Idempotency-Key, or the dealing's id. */
  readonly key: string;
  /** What was asked, to know a repetition from another request under the same key. */
  readonly asked: unknown;
  /** How a key that was used for something else is called. */
  readonly reused: 'idempotency.key_reused' | 'dealing.id_taken';
}

/** What a request came to. */
export interface Answered<Reply> {
  readonly reply: Reply;
  readonly about: AnswerAbout;
  readonly audit: {
    readonly action: string;
    readonly subjectKind: 'batch' | 'dealing';
    readonly subjectId: string;
    /** Ids, codes and counts only. */
    readonly body: Record<string, unknown>;
  };
}

/** A step that found it cannot be taken; what it found out is kept. */
export interface HeldUp {
  readonly problem: Problem;
}
export const isHeldUp = (outcome: object): outcome is HeldUp => 'problem' in outcome;

/**
 * Answers a request the first time by doing it, and a repetition as the first time. The answer is kept and the audit row
 * written in the same transaction, last; of what is held up neither is. `opening` is one statement that comes before all of it.
 */
export async function answerOnce<Reply extends object>(
  trx: Trx,
  actor: Actor,
  { door, key, asked, reused }: AskedOnce,
  work: () => Promise<Answered<Reply> | HeldUp>,
  opening: () => Promise<void> = () => Promise.resolve(),
): Promise<Reply | HeldUp> {
  // A UUID in either case is the same key.
  const known = key.toLowerCase();
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest();
  const [, , first] = await sendTogether(trx, () => [
    opening(),
    lockAnswer(trx, actor.id, door, known),
    findAnswer(trx, actor.id, door, known),
  ]);
  if (first && !first.asked.equals(digest)) throw new Problem(reused);
  if (first) return first.reply as Reply;
  const done = await work();
  if (isHeldUp(done)) return done;
  await sendTogether(trx, () => [
    insertAnswer(trx, { actor: actor.id, door, key: known, asked: digest, reply: done.reply, about: done.about }),
    writeAudit(trx, { actor: actor.id, ...done.audit }),
  ]);
  return done.reply;
}
