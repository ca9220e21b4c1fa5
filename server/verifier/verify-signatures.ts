/**
 * The one verifier of signed papers, of server and browser alike: whether the file is whole and was signed, by whose
 * certificate. Who that is, and whether the register knows the file, is judged after it (judge-file.ts).
 */
import { fits, namesItsCertificate, openCms, signatureValue, timeStampOf } from './check-cms.ts';
import { readTimeStamp } from './check-time-stamp.ts';
import { findSignatures } from './find-signatures.ts';

/**
 * not_pdf: another kind of file. unsigned: no signature. range: one covers what it must not, or leaves out what it must cover.
 * appended: bytes follow the last signature. unreadable: no CMS. broken: it does not fit the bytes. certificate: it does not
 * name its certificate, or was made outside its days. time_stamp: its time stamp is not of it.
 */
export const FILE_FAULTS = [
  'not_pdf',
  'unsigned',
  'range',
  'appended',
  'unreadable',
  'broken',
  'certificate',
  'time_stamp',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

export interface SignatureFacts {
  /** Of the signer's certificate: SHA-256, hex. */
  readonly fingerprint: string;
  /** Name in that certificate: whoever made it could write any. */
  readonly name: string;
  /** By an authority's time stamp; null where there is none. */
  readonly stampedAt: Date | null;
}

export interface FileFinding {
  readonly fault: FileFault | null;
  /** Those that could be read, in the order in which they were made; believed only where there is no fault. */
  readonly signatures: readonly SignatureFacts[];
}

const PDF = '%PDF-';

/** Reads a file of any kind; never throws for what is in it. */
export async function verifySignatures(bytes: Uint8Array<ArrayBuffer>): Promise<FileFinding> {
  const faulty = (fault: FileFault, signatures: readonly SignatureFacts[] = []): FileFinding => ({ fault, signatures });
  if (new TextDecoder('latin1').decode(bytes.subarray(0, PDF.length)) !== PDF) return faulty('not_pdf');
  const places = findSignatures(bytes);
  if (places === 'broken') return faulty('range');
  if (places.length === 0) return faulty('unsigned');
  const signatures: SignatureFacts[] = [];
  let fault: FileFault | null = places.at(-1)!.end === bytes.length ? null : 'appended';
  for (const { cms, signed } of places) {
    const opened = await openCms(cms);
    if (!opened) return faulty('unreadable', signatures);
    const token = timeStampOf(opened);
    const stamp = token ? await readTimeStamp(token, signatureValue(opened)) : null;
    const { fingerprint, name, certificate } = opened;
    signatures.push({ fingerprint, name, stampedAt: stamp?.at ?? null });
    const { notBefore, notAfter } = certificate;
    const early = stamp && (stamp.at < notBefore.value || stamp.at > notAfter.value);
    if (!(await fits(opened, signed))) fault ??= 'broken';
    else if (!namesItsCertificate(opened) || early) fault ??= 'certificate';
    else if (stamp === undefined) fault ??= 'time_stamp';
  }
  return { fault, signatures };
}
