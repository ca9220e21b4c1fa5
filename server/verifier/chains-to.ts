/** Whether somebody whom the register trusts vouches for a certificate (RFC 5280, 6). */
import { Certificate, CertificateChainValidationEngine } from 'pkijs';
import { toHex } from './der.ts';

/** DER. */
export type TrustAnchor = Uint8Array<ArrayBuffer>;

const written = (certificate: Certificate): string => toHex(new Uint8Array(certificate.toSchema().toBER()));
const read = (der: TrustAnchor): Certificate => Certificate.fromBER(der.slice().buffer);

/**
 * A chain of certificates, each in force at `at`, from `own` over those that came with it to one of the anchors. Without an anchor
 * nobody is trusted: that somebody signed for himself says nothing.
 */
export async function chainsTo(
  anchors: readonly TrustAnchor[],
  own: Certificate,
  others: readonly Certificate[],
  at: Date,
): Promise<boolean> {
  if (anchors.length === 0) return false;
  try {
    const trusted = anchors.map(read);
    const known = new Set(trusted.map(written));
    // Named itself, it needs nobody else: the engine would look for who signed it.
    if (known.has(written(own))) return own.notBefore.value <= at && at <= own.notAfter.value;
    // The end of the chain comes last; what is in it twice would be two ends.
    const between = others.filter((one) => one !== own && !known.has(written(one)));
    const engine = new CertificateChainValidationEngine({
      trustedCerts: trusted,
      certs: [...between, own],
      checkDate: at,
    });
    return (await engine.verify()).result;
  } catch {
    return false;
  }
}
