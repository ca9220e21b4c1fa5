import { createHash, randomUUID } from 'node:crypto';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { lockAnswer } from '../../db/dealing/answers.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import {
  askPair,
  countAnswers,
  findAnswerByKey,
  findEntitlement,
  insertAnswer,
} from '../../db/lookup/given-answers.ts';
import type { Actor } from '../../domain/actor.ts';
import { normaliseSerial } from '../../domain/certificate-serial.ts';
import type { AnswerStatement, AskedAnswer, GivenAnswer } from '../../domain/contract/answers.ts';
import { dealingStates } from '../../domain/dealing/dealing-state.ts';
import { maskIdentityNumbers } from '../../domain/identity-number/mask-identity-numbers.ts';
import { dayOf, endOfDay } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../../registry/kit/as-staff.ts';
import type { PaperPress } from '../issue-paper.ts';
import { readOwnStatement, signStatement } from './sign-statement.ts';

export const ANSWER_TYPE = 'land-answer+jws';
const DAY_MS = 86_400_000;

function describeAnswer(statement: string): GivenAnswer {
  const said = readOwnStatement<AnswerStatement>(statement);
  const { jti: answerId, answeredAt, current, mortgage, caveat, pendingDealing, trialSignature } = said;
  return { answerId, answeredAt, current, mortgage, caveat, pendingDealing, trialSignature, statement };
}

/** The first answer under a key: null where nothing fitted then, undefined where there was none. */
async function findFirst(trx: Trx, account: string, key: string, asked: Buffer): Promise<string | null | undefined> {
  const first = await findAnswerByKey(trx, account, key);
  if (first && !first.asked.equals(asked)) throw new Problem('idempotency.key_reused');
  return first?.statement;
}

/**
 * Says whether a certificate holds for a parcel now, and signs it. What fits nothing is answered alike, whatever of it is wrong, and counts as well.
 * The question is noted for the holder in the transaction that keeps the answer. The same key gets the first answer.
 */
export async function giveAnswer(
  press: PaperPress,
  actor: Actor,
  { serial: typed, parcelId, matterNo: given }: AskedAnswer,
  key: string,
): Promise<GivenAnswer> {
  const serial = normaliseSerial(typed)?.serial ?? '';
  const matterNo = maskIdentityNumbers(given);
  const asked = createHash('sha256')
    .update(JSON.stringify([serial, parcelId, matterNo]))
    .digest();
  const seal = await press.openSeal();
  // A problem would undo what the question leaves behind: it is thrown when that is kept.
  const statement = await asStaff(press.pool, actor, async (trx) => {
    const now = new Date();
    const day = dayOf(now);
    const signer = seal.signerOn(now);
    const entitled = await findEntitlement(trx, actor.id, day);
    if (!entitled) throw new Problem('answer.not_entitled');
    await lockAnswer(trx, actor.id, 'giveAnswer', key);
    const first = await findFirst(trx, actor.id, key, asked);
    if (first !== undefined) return first;
    const used = await countAnswers(trx, actor.id, new Date(endOfDay(day).getTime() - DAY_MS));
    if (used >= entitled.aDay) throw new Problem('answer.quota_exceeded');
    const answerId = randomUUID();
    const lodged = dealingStates('lodged');
    const pair = { serial, parcelId, lodged, account: actor.id, answerId, matterNo, day };
    const facts = await askPair(trx, pair);
    const said: AnswerStatement | undefined = facts && {
      iss: press.publicUrl,
      jti: answerId,
      iat: Math.floor(now.getTime() / 1000),
      answeredAt: now.toISOString(),
      office: facts.office,
      asker: entitled.asker,
      matterNo,
      serial,
      parcelId,
      parcelCode: facts.parcelCode,
      current: facts.current,
      mortgage: facts.mortgage,
      caveat: facts.caveat,
      pendingDealing: facts.pendingDealing,
      trialSignature: signer.trial,
    };
    const signed = said ? await signStatement(signer, ANSWER_TYPE, said) : null;
    await insertAnswer(trx, {
      answerId,
      account: actor.id,
      asker: entitled.asker,
      key,
      asked,
      askedAt: now,
      parcelId: said ? parcelId : null,
      matterNo: said ? matterNo : null,
      statement: signed,
    });
    await writeAudit(trx, {
      actor: actor.id,
      action: 'answer.given',
      subjectKind: 'answer',
      subjectId: answerId,
      body: said
        ? { parcelId, sha256: createHash('sha256').update(signed!).digest('hex') }
        : { parcelId: null, sha256: null },
    });
    return signed;
  });
  if (statement === null) throw new Problem('answer.no_match');
  return describeAnswer(statement);
}
