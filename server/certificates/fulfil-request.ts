import type { Trx } from '../db/kit/transaction.ts';
import { moveRequest } from '../db/request/request-steps.ts';
import type { Actor } from '../domain/actor.ts';
import type { Paper } from '../domain/contract/papers.ts';
import type { RequestReply } from '../domain/contract/requests.ts';
import { showsHolders } from '../domain/request/request-step.ts';
import { asStaff } from '../registry/kit/as-staff.ts';
import { describeRequest } from '../registry/request/desk/describe-request.ts';
import {
  digestAsked,
  holdRequest,
  noteStep,
  type SentRequestStep,
  wasTaken,
} from '../registry/request/desk/take-request-step.ts';
import type { RequestCipher } from '../registry/request/request-cipher.ts';
import { issuePaper, type PaperPress } from './issue-paper.ts';

/**
 * Answers a request with a paper of what the register says now: made first, then attached in the transaction that notes it, in
 * which the request still waits for it. Whether it names holders was decided when the request was accepted.
 */
export async function fulfilRequest(
  press: PaperPress,
  cipher: RequestCipher,
  actor: Actor,
  requestId: string,
  { body, key, version }: SentRequestStep,
): Promise<RequestReply> {
  const asked = digestAsked(requestId, 'fulfil', body);
  const { pool } = press;
  const request = await asStaff(pool, actor, async (trx) =>
    (await wasTaken(trx, actor, key, asked)) ? undefined : holdRequest(trx, actor, requestId, 'fulfil', version),
  );
  if (request) {
    const attach = async (trx: Trx, { serial }: Paper): Promise<void> => {
      await holdRequest(trx, actor, requestId, 'fulfil', version);
      await moveRequest(trx, requestId, actor.id, { status: 'fulfilled', paperSerial: serial });
      const taken = { facts: { serial, grounds: request.grounds }, tells: 'fulfilled' } as const;
      await noteStep(trx, cipher, actor, { requestId, step: 'fulfil', key, asked }, taken);
    };
    await issuePaper(press, actor, { kind: request.kind, parcelIds: [request.parcelId] }, key, {
      requestId,
      holdersLeftOut: request.grounds === null || !showsHolders(request.grounds),
      attach,
    });
  }
  return asStaff(pool, actor, async (trx) => ({ request: await describeRequest(trx, cipher, requestId, actor) }));
}
