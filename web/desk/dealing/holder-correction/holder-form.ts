/** What is typed to correct the details of a holder. Pure. */
import type { DealForm } from '../form/deal-form.ts';
import { clean, type DocumentTyped, IDENTITY, NO_DOCUMENT, said } from '../form/said.ts';
import { HolderFieldset } from './holder-fieldset.tsx';

export interface HolderFields extends DocumentTyped {
  readonly partyId: string;
  /** Empty fields change nothing. */
  readonly name: string;
  readonly identity: string;
  readonly address: string;
}

export const HOLDER_FORM: DealForm<HolderFields> = {
  start: ({ rights }) => ({
    ...NO_DOCUMENT,
    partyId: rights.rights[0]?.partyId ?? '',
    name: '',
    identity: '',
    address: '',
  }),
  say(fields, _given) {
    const [name, number, address] = [clean(fields.name), clean(fields.identity).toUpperCase(), clean(fields.address)];
    return said(
      fields,
      [
        [fields.partyId !== '', 'form.holder'],
        [name !== '' || number !== '' || address !== '', 'form.newDetails'],
        [number === '' || IDENTITY.test(number), 'form.identity'],
      ],
      () => ({
        partyId: fields.partyId,
        changes: {
          ...(name === '' ? {} : { name }),
          ...(number === '' ? {} : { identityNumber: number }),
          ...(address === '' ? {} : { address }),
        },
      }),
    );
  },
  Fieldset: HolderFieldset,
};
