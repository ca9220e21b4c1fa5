/** The form of each kind that is asked for by fields. A new one is a line here and a folder. */
import { CERTIFICATE_KINDS, type CertificateKind } from '../../../../server/domain/dealing/certificate-kinds.ts';
import { type CertificateFields, certificateForm } from '../certificate/certificate-form.ts';
import { HOLDER_FORM } from '../holder-correction/holder-form.ts';
import { LEASE_END_FORM, LEASE_FORM } from '../lease/lease-form.ts';
import { MORTGAGE_FORM } from '../mortgage-change/mortgage-form.ts';
import { PURPOSE_FORM } from '../purpose-change/purpose-form.ts';
import { RESTRICTION_FORM } from '../restriction/restriction-form.ts';
import { TERM_FORM } from '../term-extension/term-form.ts';
import { type DealFields, FORM_KINDS, type FormKind, sayDeal, startFields } from './deal-fields.ts';
import { DealFieldset } from './deal-fieldset.tsx';
import type { DealForm } from './deal-form.ts';

/** Kinds whose fields are all of one table. */
const plain = (kind: FormKind): DealForm<DealFields> => ({
  start: ({ rights }) => startFields(kind, rights),
  say: (fields, { rights }) => sayDeal(kind, fields, rights),
  Fieldset: DealFieldset,
});

const FORMS = {
  ...(Object.fromEntries(FORM_KINDS.map((kind) => [kind, plain(kind)])) as Record<FormKind, DealForm<DealFields>>),
  ...(Object.fromEntries(CERTIFICATE_KINDS.map((kind) => [kind, certificateForm(kind)])) as Record<
    CertificateKind,
    DealForm<CertificateFields>
  >),
  holder_correction: HOLDER_FORM,
  purpose_change: PURPOSE_FORM,
  term_extension: TERM_FORM,
  mortgage_change: MORTGAGE_FORM,
  lease_registration: LEASE_FORM,
  lease_end: LEASE_END_FORM,
  restriction: RESTRICTION_FORM,
} as const;
export type KindWithForm = keyof typeof FORMS;

const hasForm = (kind: string): kind is KindWithForm => Object.hasOwn(FORMS, kind);

/** The form of a kind as its address names it, with its fields as the screen passes them on; undefined where there is none. */
export function formOf(kind: string): { readonly kind: KindWithForm; readonly form: DealForm<object> } | undefined {
  return hasForm(kind) ? { kind, form: FORMS[kind] as unknown as DealForm<object> } : undefined;
}
