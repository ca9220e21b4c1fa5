import { CERTIFICATE_KIND_RULES, type CertificateKind } from '../../../../server/domain/dealing/certificate-kinds.ts';
import type { ParcelRights } from '../../../api/parcels.ts';

type Right = ParcelRights['rights'][number];

/** Rights that a kind can be about: those without a certificate, or those of the first certificate there is. */
export function rightsFor(kind: CertificateKind, { rights }: ParcelRights): readonly Right[] {
  const held = rights.filter((right) => right.kind === 'use');
  if (CERTIFICATE_KIND_RULES[kind].before === 'none') return held.filter((right) => right.certificateSerial === null);
  const first = held.find((right) => right.certificateSerial !== null)?.certificateSerial;
  return held.filter((right) => right.certificateSerial === first);
}
