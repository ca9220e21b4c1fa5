/** One CMS over known bytes (RFC 5652), with what PAdES asks of it (ETSI EN 319 142-1): checked, not trusted. */
import { type AsnType, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { toHex } from './der.ts';

const OID = {
  signedData: '1.2.840.113549.1.7.2',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
} as const;

export interface OpenedCms {
  readonly signed: SignedData;
  readonly signer: SignerInfo;
  readonly certificate: Certificate;
  /** SHA-256 of the certificate, hex. */
  readonly fingerprint: string;
  /** Name in the certificate. */
  readonly name: string;
}

export const sha256 = async (bytes: BufferSource): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

export const certificatesOf = ({ certificates }: SignedData): Certificate[] =>
  (certificates ?? []).filter((one): one is Certificate => one instanceof Certificate);

function nameOf({ subject }: Certificate): string {
  const find = (type: string) => subject.typesAndValues.find((part) => part.type === type)?.value.valueBlock.value;
  return String(find(OID.commonName) ?? find(OID.organization) ?? '');
}

/** Undefined where the bytes are no CMS of one signer whose certificate is in it. */
export async function openCms(der: Uint8Array<ArrayBuffer>): Promise<OpenedCms | undefined> {
  try {
    const content = ContentInfo.fromBER(der.slice().buffer);
    if (content.contentType !== OID.signedData) return undefined;
    const signed = new SignedData({ schema: content.content });
    const [signer] = signed.signerInfos;
    if (!signer || signed.signerInfos.length !== 1 || !(signer.sid instanceof IssuerAndSerialNumber)) return undefined;
    const { issuer, serialNumber } = signer.sid;
    const certificate = certificatesOf(signed).find(
      (one) => one.issuer.isEqual(issuer) && one.serialNumber.isEqual(serialNumber),
    );
    if (!certificate) return undefined;
    const fingerprint = toHex(await sha256(certificate.toSchema().toBER()));
    return { signed, signer, certificate, fingerprint, name: nameOf(certificate) };
  } catch {
    return undefined;
  }
}

const childrenOf = (value: AsnType | undefined): AsnType[] => (value instanceof Sequence ? value.valueBlock.value : []);

/** Whether the signed attributes name this very certificate: without it another one could be put in its place. */
export function namesItsCertificate({ signer, fingerprint }: OpenedCms): boolean {
  const attribute = signer.signedAttrs?.attributes.find(({ type }) => type === OID.signingCertificateV2);
  const [certs] = childrenOf(attribute?.values[0] as AsnType | undefined);
  const [first] = childrenOf(certs);
  // Written with SHA-256, which is the default, the hash comes first; another algorithm would stand before it.
  const [hash] = childrenOf(first);
  return hash instanceof OctetString && toHex(hash.valueBlock.valueHexView) === fingerprint;
}

/** Whether the signature fits the bytes, by SHA-256 and the key of the certificate in it. */
export async function fits({ signed, signer }: OpenedCms, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (signer.digestAlgorithm.algorithmId !== OID.sha256 || !signer.signedAttrs) return false;
  try {
    // The content must be absent: with one in it the library would check that instead.
    if (signed.encapContentInfo.eContent) return false;
    return await signed.verify({ signer: 0, data: bytes.slice().buffer, checkChain: false });
  } catch {
    return false;
  }
}

/** DER of the time stamp token over the signature's value; null where there is none. */
export function timeStampOf({ signer }: OpenedCms): Uint8Array<ArrayBuffer> | null {
  const attribute = signer.unsignedAttrs?.attributes.find(({ type }) => type === OID.timeStampToken);
  const token = attribute?.values[0] as AsnType | undefined;
  return token ? new Uint8Array(token.toBER()) : null;
}

/** Bytes that a time stamp is over. */
export const signatureValue = ({ signer }: OpenedCms): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(signer.signature.valueBlock.valueHexView);
