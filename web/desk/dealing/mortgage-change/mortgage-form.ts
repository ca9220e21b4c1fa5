/** What is typed to change a mortgage. Pure. */
import { emptyParty, type PartyFields, partyOf } from '../form/deal-fields.ts';
import type { DealForm } from '../form/deal-form.ts';
import { clean, type DocumentTyped, IDENTITY, NO_DOCUMENT, said } from '../form/said.ts';
import { MortgageFieldset } from './mortgage-fieldset.tsx';

export interface MortgageFields extends DocumentTyped {
  readonly mortgageId: string;
  /** Rights of the parcel under it from then on. */
  readonly rightIds: readonly string[];
  readonly replaces: boolean;
  readonly otherMortgagee: boolean;
  readonly mortgagee: PartyFields;
}

export const MORTGAGE_FORM: DealForm<MortgageFields> = {
  start: ({ rights }) => ({
    ...NO_DOCUMENT,
    mortgageId: rights.mortgages[0]?.mortgageId ?? '',
    rightIds: rights.mortgages[0]?.rightIds ?? [],
    replaces: false,
    otherMortgagee: false,
    mortgagee: { ...emptyParty(), kind: 'organisation' },
  }),
  say(fields, { rights }) {
    const { mortgagee, otherMortgagee, replaces, rightIds } = fields;
    const present = rights.mortgages.find(({ mortgageId }) => mortgageId === fields.mortgageId)?.rightIds ?? [];
    const sameRights = present.length === rightIds.length && present.every((id) => rightIds.includes(id));
    const number = clean(mortgagee.identity).toUpperCase();
    return said(
      fields,
      [
        [fields.mortgageId !== '', 'form.mortgageChanged'],
        [otherMortgagee || replaces || !sameRights, 'form.changes'],
        [!otherMortgagee || clean(mortgagee.name) !== '', 'form.name'],
        [!otherMortgagee || number === '' || IDENTITY.test(number), 'form.identity'],
      ],
      () => ({
        mortgageId: fields.mortgageId,
        changes: {
          ...(otherMortgagee ? { mortgagee: partyOf(mortgagee) } : {}),
          ...(sameRights ? {} : { rightIds }),
          ...(replaces ? { replacesContract: true } : {}),
        },
      }),
    );
  },
  Fieldset: MortgageFieldset,
};
