import type { Trx } from '../../../db/kit/transaction.ts';
import { readWorkCalendar } from '../../../db/request/request-rules.ts';
import { findOpenStop, type RequestInHand, runClock } from '../../../db/request/request-steps.ts';
import { dayOf } from '../../../domain/legal-day.ts';
import { addWorkingDays, workingDaysBetween } from '../../../domain/request/work-calendar.ts';

/** Lets a stopped clock run again: the due day moves by the working days that it stood. The new due day. */
export async function resumeClock(trx: Trx, { requestId, dueOn }: RequestInHand): Promise<string> {
  const stop = await findOpenStop(trx, requestId);
  if (!stop) return dueOn;
  const calendar = await readWorkCalendar(trx);
  const stood = workingDaysBetween(dayOf(stop.stoppedAt), dayOf(new Date()), calendar);
  const moved = addWorkingDays(dueOn, stood, calendar);
  await runClock(trx, requestId, moved);
  return moved;
}
