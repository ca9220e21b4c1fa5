/**
 * A parcel by its code or by its sheet and number, as a program or a certificate writes it, and nothing else in the text.
 * Everything wider is a question to the search (land-question.ts), by whose grammar this goes.
 */
import { parseLandQuestion } from './land-question.ts';

export type ParcelQuery = { readonly code: string } | { readonly sheet: string; readonly no: string };

/** What the text asks for, or undefined where it is neither, or says more. Longer texts are never understood. */
export function parseParcelQuery(text: string): ParcelQuery | undefined {
  const question = parseLandQuestion(text);
  if (question.kind === 'code') return { code: question.code };
  if (question.kind !== 'parcel' || question.sheet === undefined) return undefined;
  const { sheet, no, place, unread } = question;
  return place || unread.length > 0 ? undefined : { sheet, no };
}
