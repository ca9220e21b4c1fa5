/** What is typed to register a lease, and to end one. Pure. */
import { emptyParty, type PartyFields, partyOf } from '../form/deal-fields.ts';
import type { DealForm } from '../form/deal-form.ts';
import { clean, DAY, type DocumentTyped, IDENTITY, NO_DOCUMENT, said } from '../form/said.ts';
import { LeaseEndFieldset } from './lease-end-fieldset.tsx';
import { LeaseFieldset } from './lease-fieldset.tsx';

export interface LeaseFields extends DocumentTyped {
  readonly rightId: string;
  readonly lessee: PartyFields;
  readonly until: string;
}

export const LEASE_FORM: DealForm<LeaseFields> = {
  start: ({ rights }) => ({
    ...NO_DOCUMENT,
    rightId: rights.rights[0]?.rightId ?? '',
    lessee: emptyParty(),
    until: '',
  }),
  say(fields) {
    const number = clean(fields.lessee.identity).toUpperCase();
    return said(
      fields,
      [
        [fields.rightId !== '', 'form.leased'],
        [clean(fields.lessee.name) !== '', 'form.name'],
        [number === '' || IDENTITY.test(number), 'form.identity'],
        [DAY.test(fields.until), 'form.leaseUntil'],
      ],
      () => ({ rightId: fields.rightId, lessee: partyOf(fields.lessee), until: fields.until }),
    );
  },
  Fieldset: LeaseFieldset,
};

export interface LeaseEndFields extends DocumentTyped {
  readonly leaseId: string;
}

export const LEASE_END_FORM: DealForm<LeaseEndFields> = {
  start: ({ rights }) => ({ ...NO_DOCUMENT, leaseId: rights.leases[0]?.leaseId ?? '' }),
  say: (fields) => said(fields, [[fields.leaseId !== '', 'form.lease']], () => ({ leaseId: fields.leaseId })),
  Fieldset: LeaseEndFieldset,
};
