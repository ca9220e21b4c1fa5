/** What is typed, as payloads say it. */
import type { DocumentReference } from '../../../../server/domain/dealing/payload/parts.ts';
import type { Missing, SaidDeal } from './deal-form.ts';

export const clean = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
export const IDENTITY = /^[0-9A-Z-]{6,20}$/;
export const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Fields of the paper that a dealing rests on. */
export interface DocumentTyped {
  readonly documentNo: string;
  readonly documentDate: string;
  readonly documentPlace: string;
}
export const NO_DOCUMENT: DocumentTyped = { documentNo: '', documentDate: '', documentPlace: '' };

export function documentOf({ documentNo, documentDate, documentPlace }: DocumentTyped): DocumentReference {
  const [no, place] = [clean(documentNo), clean(documentPlace)];
  return { no, date: documentDate, ...(place === '' ? {} : { place }) };
}

/** What is wanted of a form, each with whether it is there; the paper it rests on is wanted of each. */
export function said(
  typed: DocumentTyped,
  wanted: readonly (readonly [there: boolean, name: Missing])[],
  payload: () => Record<string, unknown>,
): SaidDeal {
  const document = documentOf(typed);
  const all = [
    ...wanted,
    [document.no !== '', 'form.documentNo'] as const,
    [DAY.test(document.date), 'form.documentDate'] as const,
  ];
  const missing = [...new Set(all.flatMap(([there, name]) => (there ? [] : [name])))];
  return { missing, payload: missing.length > 0 ? null : { ...payload(), document } };
}
