import type pg from 'pg';
import type { Actor } from '../../../domain/actor.ts';
import type { RequestReply } from '../../../domain/contract/paper/requests.ts';
import { asStaff } from '../../kit/as-staff.ts';
import type { RequestCipher } from '../request-cipher.ts';
import { describeRequest } from './describe-request.ts';

/** One request, with the steps that are the actor's to take. Throws paper_request.not_found. */
export const getRequest = (
  pool: pg.Pool,
  cipher: RequestCipher,
  actor: Actor,
  requestId: string,
): Promise<RequestReply> =>
  asStaff(pool, actor, async (trx) => ({ request: await describeRequest(trx, cipher, requestId, actor) }));
