/** How each rule reads to a person: what was found, with the numbers that led to it, and what to do. */
import { fillSentence } from '../words/fill-sentence.ts';
import { formatDay } from '../words/format-day.ts';
import { formatNumber } from '../words/format-number.ts';
import type { Language } from '../words/language.ts';
import { ALL_RULES } from './rule/all-rules.ts';
import type { Verdict } from './verdict.ts';

function wordOf(value: unknown, language: Language): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return formatNumber(value, language);
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(', ');
  const text = String(value);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(text, language) : text;
}

export const verdictSentence = ({ code, facts }: Verdict, language: Language): string =>
  fillSentence(ALL_RULES[code][language], (name) => wordOf(facts[name], language));
