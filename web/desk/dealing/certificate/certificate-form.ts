/** What is typed to issue, exchange, re-issue, correct, recall or cancel a certificate. Pure. */
import { readBlankSerial } from '../../../../server/domain/certificate/blank.ts';
import { CERTIFICATE_KIND_RULES, type CertificateKind } from '../../../../server/domain/dealing/certificate-kinds.ts';
import type { DealForm, Missing } from '../form/deal-form.ts';
import { clean, DAY, type DocumentTyped, documentOf, NO_DOCUMENT } from '../form/said.ts';
import { CertificateFieldset } from './certificate-fieldset.tsx';
import { rightsFor } from './rights-for.ts';

export interface CertificateFields extends DocumentTyped {
  readonly rightIds: readonly string[];
  readonly blankSerial: string;
  readonly returnedSerial: string;
}

export const certificateForm = (kind: CertificateKind): DealForm<CertificateFields> => {
  const { blank, before, returned, document: needsDocument } = CERTIFICATE_KIND_RULES[kind];
  return {
    start: ({ rights }) => ({
      ...NO_DOCUMENT,
      rightIds: rightsFor(kind, rights).map(({ rightId }) => rightId),
      blankSerial: '',
      returnedSerial: '',
    }),
    say(fields) {
      const serial = readBlankSerial(fields.blankSerial);
      const back = clean(fields.returnedSerial);
      const given = documentOf(fields);
      const printed = blank !== 'none' && clean(fields.blankSerial) !== '';
      const wanted: readonly (readonly [boolean, Missing])[] = [
        [fields.rightIds.length > 0, 'form.certified'],
        [blank !== 'needed' || printed, 'form.blankSerial'],
        [!printed || serial !== null, 'form.blankSerial'],
        [!returned || before === 'none' || (blank === 'allowed' && !printed) || back !== '', 'form.returnedSerial'],
        [!needsDocument || given.no !== '', 'form.documentNo'],
        [given.no === '' || DAY.test(given.date), 'form.documentDate'],
      ];
      const missing = [...new Set(wanted.flatMap(([there, name]) => (there ? [] : [name])))];
      if (missing.length > 0) return { missing, payload: null };
      return {
        missing,
        payload: {
          rightIds: fields.rightIds,
          ...(printed && serial !== null ? { blankSerial: serial } : {}),
          ...(back === '' ? {} : { returnedSerial: back }),
          ...(given.no === '' ? {} : { document: given }),
        },
      };
    },
    Fieldset: CertificateFieldset,
  };
};
