import type { Trx } from '../db/kit/transaction.ts';
import { moveRequest, type RequestInHand } from '../db/request/request-steps.ts';
import { listCopiable } from '../db/request/requests.ts';
import type { Actor } from '../domain/actor.ts';
import type { IssueRequest, Paper } from '../domain/contract/paper/papers.ts';
import type { FulfilRequest, RequestReply } from '../domain/contract/paper/requests.ts';
import { Problem } from '../domain/problem/problem.ts';
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

/** What is made: of the parcel that was asked for, or of the certificate that is chosen among its own. */
async function paperFor(
  trx: Trx,
  { kind, parcelId, blocks }: RequestInHand,
  { certificateSerial }: FulfilRequest,
): Promise<IssueRequest> {
  if (kind !== 'certificate')
    return { kind, parcelIds: [parcelId], ...(blocks.length > 0 ? { blocks: [...blocks] } : {}) };
  const copiable = await listCopiable(trx, parcelId);
  const chosen = certificateSerial ?? (copiable.length === 1 ? copiable[0] : undefined);
  if (chosen === undefined || !copiable.includes(chosen)) throw new Problem('paper_request.certificate_unclear');
  return { kind, parcelIds: [], certificateSerial: chosen };
}

/**
 * Answers a request with a paper of what the register says now: made first, then attached in the transaction that notes it, in
 * which the request still waits for it. Whether it names holders was decided when the request was accepted.
 */
export async function fulfilRequest(
  press: PaperPress,
  cipher: RequestCipher,
  actor: Actor,
  requestId: string,
  { body, key, version }: SentRequestStep<FulfilRequest>,
): Promise<RequestReply> {
  const asked = digestAsked(requestId, 'fulfil', body);
  const { pool } = press;
  const held = await asStaff(pool, actor, async (trx) => {
    if (await wasTaken(trx, actor, key, asked)) return undefined;
    const request = await holdRequest(trx, actor, requestId, 'fulfil', version);
    return { request, paper: await paperFor(trx, request, body) };
  });
  if (held) {
    const { request, paper } = held;
    const attach = async (trx: Trx, { serial }: Paper): Promise<void> => {
      await holdRequest(trx, actor, requestId, 'fulfil', version);
      await moveRequest(trx, requestId, actor.id, { status: 'fulfilled', paperSerial: serial });
      const taken = { facts: { serial, grounds: request.grounds }, tells: 'fulfilled' } as const;
      await noteStep(trx, cipher, actor, { requestId, step: 'fulfil', key, asked }, taken);
    };
    await issuePaper(press, actor, paper, key, {
      requestId,
      holdersLeftOut: request.grounds === null || !showsHolders(request.grounds),
      attach,
    });
  }
  return asStaff(pool, actor, async (trx) => ({ request: await describeRequest(trx, cipher, requestId, actor) }));
}
