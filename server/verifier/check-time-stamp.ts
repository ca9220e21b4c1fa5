/** Time stamp tokens (RFC 3161): a CMS of an authority over a digest and a moment. */
import { ExtKeyUsage, TSTInfo } from 'pkijs';
import { chainsTo, type TrustAnchor } from './chains-to.ts';
import { certificatesOf, openCms } from './check-cms.ts';
import { toHex } from './der.ts';

const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

export interface TimeStamp {
  readonly at: Date;
  /** Name in its certificate: whoever made it could write any. */
  readonly authority: string;
  /** Whether somebody whom the register trusts vouches for it: only then the moment is more than a claim. */
  readonly vouched: boolean;
  /** What the asker sent along, hex; null where the answer carries none. */
  readonly nonce: string | null;
}

/** Undefined where the token is not one over these bytes, or its signer's certificate is not for time stamps. */
export async function readTimeStamp(
  token: Uint8Array<ArrayBuffer>,
  stamped: Uint8Array<ArrayBuffer>,
  anchors: readonly TrustAnchor[],
): Promise<TimeStamp | undefined> {
  const opened = await openCms(token);
  if (!opened) return undefined;
  const { signed, certificate, name } = opened;
  try {
    const usage = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)?.parsedValue;
    if (!(usage instanceof ExtKeyUsage) || !usage.keyPurposes.includes(TIME_STAMPING)) return undefined;
    // Compares the digest in it with that of the bytes, and checks the signature.
    if (!(await signed.verify({ signer: 0, data: stamped.slice().buffer, checkChain: false }))) return undefined;
    const content = signed.encapContentInfo.eContent;
    if (!content) return undefined;
    const { genTime, nonce } = TSTInfo.fromBER(content.getValue());
    if (genTime < certificate.notBefore.value || genTime > certificate.notAfter.value) return undefined;
    const vouched = await chainsTo(anchors, certificate, certificatesOf(signed), genTime);
    return { at: genTime, authority: name, vouched, nonce: nonce ? toHex(nonce.valueBlock.valueHexView) : null };
  } catch {
    return undefined;
  }
}
