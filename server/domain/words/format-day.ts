/** Days and moments as people in Viet Nam read them (UTC+7, no summer time). */
import type { Language } from './language.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2025-07-01` → 01/07/2025, or 1 July 2025. Text of another form comes back as it is. */
export function formatDay(day: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (!match || month === undefined) return day;
  const [, year, monthNo, dayNo] = match;
  return language === 'vi' ? `${dayNo}/${monthNo}/${year}` : `${Number(dayNo)} ${month} ${year}`;
}

const HOURS_AHEAD = 7;

/** An ISO moment → 14:05 ngày 24/11/2026, or 24 November 2026, 14:05. Text of another form comes back as it is. */
export function formatMoment(moment: string, language: Language): string {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return moment;
  const local = new Date(time + HOURS_AHEAD * 3_600_000).toISOString();
  const [day, clock] = [formatDay(local.slice(0, 10), language), local.slice(11, 16)];
  return language === 'vi' ? `${clock} ngày ${day}` : `${day}, ${clock}`;
}

/** A legal moment: what paper books tell has no hour, so the beginning of a day is told as that day. */
export function formatLegalMoment(moment: string, language: Language): string {
  const time = Date.parse(moment);
  const local = Number.isNaN(time) ? '' : new Date(time + HOURS_AHEAD * 3_600_000).toISOString();
  return local.endsWith('T00:00:00.000Z') ? formatDay(local.slice(0, 10), language) : formatMoment(moment, language);
}
