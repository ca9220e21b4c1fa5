/** What each kind of dealing on certificates asks for and leaves behind. */
import type { ParcelDealingKind } from './dealing-kind.ts';

export const CERTIFICATE_KINDS = [
  'certificate_issue',
  'certificate_exchange',
  'certificate_reissue',
  'certificate_correction',
  'certificate_recall',
  'certificate_cancellation',
] as const satisfies readonly ParcelDealingKind[];
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

export type CertificateStatus = 'valid' | 'replaced' | 'lost' | 'recalled' | 'cancelled';
export const CERTIFICATE_STATUSES: readonly CertificateStatus[] = [
  'valid',
  'replaced',
  'lost',
  'recalled',
  'cancelled',
];

interface CertificateKindRule {
  /** Whether a blank is printed: it must be, it may be, it is not. */
  readonly blank: 'needed' | 'allowed' | 'none';
  /** The rights stand on no certificate yet, or all on one that is dealt with. */
  readonly before: 'none' | 'one';
  /** What that one becomes. */
  readonly becomes: Exclude<CertificateStatus, 'valid'>;
  /** It has to be handed back. */
  readonly returned: boolean;
  /** A paper says why: notice of the loss, proof of the error, decision. */
  readonly document: boolean;
}

export const CERTIFICATE_KIND_RULES: Readonly<Record<CertificateKind, CertificateKindRule>> = {
  certificate_issue: { blank: 'needed', before: 'none', becomes: 'replaced', returned: false, document: false },
  certificate_exchange: { blank: 'needed', before: 'one', becomes: 'replaced', returned: true, document: false },
  certificate_reissue: { blank: 'needed', before: 'one', becomes: 'lost', returned: false, document: true },
  // Without a blank it is confirmed on the certificate itself, in the table of side 2.
  certificate_correction: { blank: 'allowed', before: 'one', becomes: 'replaced', returned: true, document: true },
  certificate_recall: { blank: 'none', before: 'one', becomes: 'recalled', returned: true, document: true },
  certificate_cancellation: { blank: 'none', before: 'one', becomes: 'cancelled', returned: false, document: true },
};

export const isCertificateKind = (kind: string): kind is CertificateKind =>
  (CERTIFICATE_KINDS as readonly string[]).includes(kind);
