/** CMS (RFC 5652) with what CAdES asks of it: content type, message digest, signing-certificate-v2 (RFC 5035). */
import { createHash } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { PaperSigner } from './signer.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
} as const;

/** An ArrayBuffer of these bytes alone. */
const whole = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** SigningCertificateV2 with SHA-256, which is the default and so is not written: a hash of the certificate. */
const signingCertificate = (der: Buffer): Sequence =>
  new Sequence({
    value: [
      new Sequence({
        value: [
          new Sequence({ value: [new OctetString({ valueHex: whole(createHash('sha256').update(der).digest()) })] }),
        ],
      }),
    ],
  });

/** DER wants the members of a SET in the order of their bytes. */
const inOrder = (attributes: readonly Attribute[]): Attribute[] =>
  attributes
    .map((attribute) => ({ attribute, der: Buffer.from(attribute.toSchema().toBER()) }))
    .sort((a, b) => Buffer.compare(a.der, b.der))
    .map(({ attribute }) => attribute);

/** Gets an authority's token over a signature, DER; null where none is asked (B-B). */
export type StampTime = ((signature: Buffer) => Promise<Buffer>) | null;

/** The time stamp stands beside the signature, unsigned (B-T): it is over it. */
async function addTimeStamp(signerInfo: SignerInfo, stampTime: NonNullable<StampTime>): Promise<void> {
  const token = await stampTime(Buffer.from(signerInfo.signature.valueBlock.valueHexView));
  const { result } = fromBER(whole(token));
  signerInfo.unsignedAttrs = new SignedAndUnsignedAttributes({
    type: 1,
    attributes: [new Attribute({ type: OID.timeStampToken, values: [result] })],
  });
}

/** Signs the parts as one text; the text itself is not in the CMS. */
export async function signCms(
  signer: PaperSigner,
  parts: readonly Buffer[],
  stampTime: StampTime = null,
): Promise<Buffer> {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  const certificates = signer.certificates.map((der) => Certificate.fromBER(whole(der)));
  const [own] = certificates;
  if (!own) throw new Error('a signer needs a certificate');
  const attributes = inOrder([
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.messageDigest, values: [new OctetString({ valueHex: whole(digest.digest()) })] }),
    new Attribute({ type: OID.signingCertificateV2, values: [signingCertificate(signer.certificates[0]!)] }),
  ]);
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates,
  });
  await signed.sign(signer.key as CryptoKey, 0, 'SHA-256');
  if (stampTime) await addTimeStamp(signed.signerInfos[0]!, stampTime);
  const content = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return Buffer.from(content.toSchema().toBER());
}
