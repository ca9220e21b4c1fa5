import { PLAIN_TEXT, REASON_LETTERS } from '../../../server/domain/batch/correction.ts';

const SAYS_SOMETHING = new RegExp(PLAIN_TEXT, 'u');

/** What was typed as text that says something; null where it does not. The server judges it by the same pattern. */
export function readPlainText(typed: string): string | null {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  return SAYS_SOMETHING.test(text) ? text : null;
}

/** What was typed as a reason; null where it is none. */
export function readReason(typed: string): string | null {
  const text = readPlainText(typed);
  return text !== null && text.length >= REASON_LETTERS.least ? text : null;
}
