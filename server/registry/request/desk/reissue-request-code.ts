import type pg from 'pg';
import { lockAnswer } from '../../../db/dealing/answers.ts';
import { lockRequest, moveRequest } from '../../../db/request/request-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import { printPaperCode } from '../../../domain/paper.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { asStaff } from '../../kit/as-staff.ts';
import type { RequestCipher } from '../request-cipher.ts';
import { deriveRequestCode, hashRequestCode } from '../request-code.ts';
import { digestAsked, holdRequest, noteStep, type SentRequestStep, wasTaken } from './take-request-step.ts';

/**
 * Replaces a lost code at the counter, where the requester was seen with identity papers: the old one opens nothing from then
 * on, and the requester is told that it was replaced. The same key again is told the same code, until it is replaced anew.
 */
export function reissueRequestCode(
  pool: pg.Pool,
  keys: { readonly cipher: RequestCipher; readonly personalDataKey: Buffer },
  actor: Actor,
  requestId: string,
  { body, key, version }: SentRequestStep,
): Promise<{ reference: string; code: string }> {
  const asked = digestAsked(requestId, 'code', body);
  const code = deriveRequestCode(keys.personalDataKey, `${actor.id} ${key}`, asked);
  const codeHash = hashRequestCode(code);
  return asStaff(pool, actor, async (trx) => {
    await lockAnswer(trx, actor.id, 'request', key);
    if (await wasTaken(trx, actor, key, asked)) {
      const request = await lockRequest(trx, requestId);
      if (!request) throw new Problem('paper_request.not_found');
      if (!request.codeHash.equals(codeHash)) throw new Problem('paper_request.code_replaced');
      return { reference: request.reference, code: printPaperCode(code) };
    }
    const { reference } = await holdRequest(trx, actor, requestId, 'code', version);
    await moveRequest(trx, requestId, actor.id, { codeHash });
    await noteStep(trx, keys.cipher, actor, { requestId, step: 'code', key, asked }, { facts: {}, tells: 'code' });
    return { reference, code: printPaperCode(code) };
  });
}
