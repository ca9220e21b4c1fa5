/**
 * Days as the register counts them: a calendar day of Asia/Ho_Chi_Minh, which has been UTC+7 without daylight saving
 * since 1975-06-13, so a fixed offset is exact for every registration there can be.
 */
const OFFSET_MS = 7 * 3600_000;
const DAY_MS = 24 * 3600_000;

/** The first instant after the day `YYYY-MM-DD`: what was registered before it counts as of that day (contract 3). */
export function endOfDay(day: string): Date {
  const start = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`${day} is not a day of the calendar`);
  }
  return new Date(start - OFFSET_MS + DAY_MS);
}

/** The day `n` days after a day, both `YYYY-MM-DD`. */
export const addDays = (day: string, n: number): string => dayOf(new Date(endOfDay(day).getTime() + (n - 1) * DAY_MS));

/** The calendar day, `YYYY-MM-DD`, on which an instant falls. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}
