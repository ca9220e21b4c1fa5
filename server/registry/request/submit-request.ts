import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { submitRequestRow } from '../../db/portal/requests.ts';
import { findDeadlineRule, findFee, readWorkCalendar } from '../../db/request/request-rules.ts';
import type { RequestAsked, RequestReceipt } from '../../domain/contract/portal/portal-requests.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { printPaperCode } from '../../domain/paper.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { checkRequest } from '../../domain/request/check-request.ts';
import { dueDay } from '../../domain/request/work-calendar.ts';
import type { Language } from '../../domain/words/language.ts';
import { createRequestCipher } from './request-cipher.ts';
import { deriveRequestCode, hashRequestCode, hashRequestKey } from './request-code.ts';

/** Raised by portal.submit_request. */
const TOO_MANY = 'DB004';

function tooMany(error: unknown): never {
  if ((error as { code?: string }).code === TOO_MANY) throw new Problem('paper_request.too_many', { cause: error });
  throw error;
}

/** What is asked, in one form whatever order its fields came in. */
const digestOf = ({ kind, parcelId, blocks, certificateSerial, requester, purpose, delivery }: RequestAsked): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify([
        kind,
        parcelId,
        [requester.kind, requester.name, requester.identityNumber, requester.address, requester.phone, requester.email],
        purpose,
        [delivery.way, delivery.copies, delivery.address],
        // Behind the rest and only where there: what was sent before these were asked keeps its digest.
        ...(blocks?.length ? [['blocks', ...blocks]] : []),
        ...(certificateSerial === undefined ? [] : [['certificate', certificateSerial]]),
      ]),
    )
    .digest();

export interface Submission {
  readonly asked: RequestAsked;
  /** Idempotency key, made by whoever sends it. */
  readonly key: string;
  /** In which language the requester is told. */
  readonly language: Language;
}

/**
 * Takes a request for a paper. Who asks is sealed before it leaves this process; the code is told once and kept as a digest.
 * The same key and question again get the same answer.
 */
export async function submitRequest(
  portal: pg.Pool,
  personalDataKey: Buffer,
  { asked, key, language }: Submission,
): Promise<RequestReceipt> {
  const errors = checkRequest(asked);
  if (errors.length > 0) throw new Problem('paper_request.answers_unfit', { errors });
  const { kind, parcelId, certificateSerial, requester, purpose, delivery } = asked;
  const now = new Date();
  const [rule, fee, calendar] = await Promise.all([
    findDeadlineRule(portal, kind, dayOf(now)),
    findFee(portal, kind, dayOf(now)),
    readWorkCalendar(portal),
  ]);
  if (!rule) throw new Error(`no rule says by when a ${kind} is answered`);
  const cipher = createRequestCipher(personalDataKey);
  const digest = digestOf(asked);
  const code = deriveRequestCode(personalDataKey, key, digest);
  const addresses = [
    ...(requester.email === undefined ? [] : [{ channel: 'mail', address: requester.email } as const]),
    ...(requester.phone === undefined ? [] : [{ channel: 'phone', address: requester.phone } as const]),
  ];
  const taken = await submitRequestRow(portal, {
    requestId: randomUUID(),
    key: hashRequestKey(key),
    asked: digest,
    codeHash: hashRequestCode(code),
    kind,
    requester: requester.kind,
    blocks: asked.blocks ?? [],
    delivery: delivery.way,
    parcelId,
    dueOn: dueDay(now, rule, calendar),
    feeVnd: fee?.amountVnd ?? null,
    feeBasis: fee?.legalBasis ?? null,
    identityHash: cipher.hashNumber(requester.identityNumber),
    content: cipher.sealContent({
      requester,
      purpose,
      delivery,
      language,
      ...(certificateSerial === undefined ? {} : { certificateSerial }),
    }),
    messages: addresses.map(({ channel, address }) => ({ channel, address: cipher.seal(address), language })),
  }).catch(tooMany);
  if (!taken) throw new Problem('parcel.not_found');
  if (!taken.same) throw new Problem('idempotency.key_reused');
  if (!taken.codeMatches) throw new Problem('paper_request.code_replaced');
  return {
    reference: taken.reference,
    code: printPaperCode(code),
    receivedAt: taken.receivedAt.toISOString(),
    dueOn: taken.dueOn,
    fee: { status: 'undecided', amountVnd: taken.feeVnd, legalBasis: taken.feeBasis },
  };
}
