/** Working days: Monday to Friday, but for what the dated calendar says otherwise. Days are `YYYY-MM-DD` in Viet Nam. */
import { dayOf } from '../legal-day.ts';

export interface WorkCalendar {
  /** Days off that are not weekends by themselves, and those that fall on one. */
  readonly off: ReadonlySet<string>;
  /** Weekends that are worked. */
  readonly worked: ReadonlySet<string>;
}

/** By when something is answered: what comes after the hour counts from the next working day. */
export interface DeadlineRule {
  /** `HH:MM` in Viet Nam. */
  readonly cutOff: string;
  /** Working days after the day it counts from; 0 = that day. */
  readonly workingDays: number;
}

const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;
const move = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);

export function isWorkingDay(day: string, { off, worked }: WorkCalendar): boolean {
  if (off.has(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return worked.has(day) || (weekday !== 0 && weekday !== 6);
}

/** The day itself, or the first working day after it. */
function workingDayFrom(day: string, calendar: WorkCalendar): string {
  let at = day;
  while (!isWorkingDay(at, calendar)) at = move(at, 1);
  return at;
}

/** So many working days after a day; 0 = the day itself, or the next working day where it is none. */
export function addWorkingDays(day: string, days: number, calendar: WorkCalendar): string {
  let at = workingDayFrom(day, calendar);
  for (let left = days; left > 0; left -= 1) at = workingDayFrom(move(at, 1), calendar);
  return at;
}

/** Working days after `from` up to and including `to`; negative where `to` is past, 0 on the same day. */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = 0;
  for (let at = move(first, 1); at <= last; at = move(at, 1)) if (isWorkingDay(at, calendar)) count += 1;
  return count * sign;
}

/** The last day on which what came at an instant is answered in time. */
export function dueDay(receivedAt: Date, { cutOff, workingDays }: DeadlineRule, calendar: WorkCalendar): string {
  const day = dayOf(receivedAt);
  const clock = new Date(receivedAt.getTime() + OFFSET_MS).toISOString().slice(11, 16);
  const inTime = isWorkingDay(day, calendar) && clock < cutOff;
  return addWorkingDays(inTime ? day : move(day, 1), workingDays, calendar);
}
