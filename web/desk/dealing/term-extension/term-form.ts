/** What is typed to extend the term of a right. Pure. */
import type { DealForm } from '../form/deal-form.ts';
import { DAY, type DocumentTyped, NO_DOCUMENT, said } from '../form/said.ts';
import { TermFieldset } from './term-fieldset.tsx';

export interface TermFields extends DocumentTyped {
  readonly rightId: string;
  readonly until: string;
}

export const TERM_FORM: DealForm<TermFields> = {
  start: ({ rights }) => ({ ...NO_DOCUMENT, rightId: rights.rights[0]?.rightId ?? '', until: '' }),
  say: (fields) =>
    said(
      fields,
      [
        [fields.rightId !== '', 'form.right'],
        [DAY.test(fields.until), 'form.newUntil'],
      ],
      () => ({ rightId: fields.rightId, until: fields.until }),
    ),
  Fieldset: TermFieldset,
};
