import { logRequestReading } from '../../../db/audit/read-log.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { readWorkCalendar } from '../../../db/request/request-rules.ts';
import { listRequestSteps } from '../../../db/request/request-steps.ts';
import {
  findRefusal,
  findRequestRow,
  listCopiable,
  listMessages,
  listStops,
  matchHolders,
  type RequestRow,
  readRequestContent,
} from '../../../db/request/requests.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { RequestDetail, RequestSummary } from '../../../domain/contract/paper/requests.ts';
import { dayOf } from '../../../domain/legal-day.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { requestStepsNow } from '../../../domain/request/request-step.ts';
import { type WorkCalendar, workingDaysBetween } from '../../../domain/request/work-calendar.ts';
import type { RequestCipher } from '../request-cipher.ts';

/** A request as its list shows it: without who asks. */
export function summariseRequest(row: RequestRow, actor: Actor, calendar: WorkCalendar): RequestSummary {
  const { feeStatus, feeVnd, feeBasis, receivedAt, decidedAt, ...rest } = row;
  return {
    ...rest,
    blocks: [...row.blocks],
    receivedAt: receivedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    daysLeft: workingDaysBetween(dayOf(new Date()), row.dueOn, calendar),
    fee: { status: feeStatus, amountVnd: feeVnd, legalBasis: feeBasis },
    steps: requestStepsNow(row, actor),
  };
}

/** One request with who asks and what was done; the look is logged before it is shown. Throws paper_request.not_found. */
export async function describeRequest(
  trx: Trx,
  cipher: RequestCipher,
  requestId: string,
  actor: Actor,
): Promise<RequestDetail> {
  const row = await findRequestRow(trx, requestId);
  if (!row) throw new Problem('paper_request.not_found');
  await logRequestReading(trx, { actor: actor.id, requestId, purpose: 'request' });
  const {
    requester,
    purpose,
    delivery,
    certificateSerial = null,
  } = cipher.openContent(await readRequestContent(trx, requestId));
  const refusal = await findRefusal(trx, requestId);
  const [steps, stops, messages] = [
    await listRequestSteps(trx, requestId),
    await listStops(trx, requestId),
    await listMessages(trx, requestId),
  ];
  return {
    ...summariseRequest(row, actor, await readWorkCalendar(trx)),
    ...(await matchHolders(trx, requestId)),
    requester,
    purpose,
    delivery,
    certificateSerial,
    certificates: row.kind === 'certificate' ? await listCopiable(trx, row.parcel.parcelId) : [],
    refusal: refusal ? { ground: refusal.ground, reason: cipher.open(refusal.reason) } : null,
    history: steps.map(({ step, by, at, note }) => ({
      step,
      by,
      at: at.toISOString(),
      note: note && cipher.open(note),
    })),
    stops: stops.map(({ cause, stoppedAt, resumedAt }) => ({
      cause,
      stoppedAt: stoppedAt.toISOString(),
      resumedAt: resumedAt?.toISOString() ?? null,
    })),
    messages: messages.map(({ kind, channel, state, at }) => ({ kind, channel, state, at: at.toISOString() })),
  };
}
