/**
 * The one verifier of signed papers, of server and browser alike: whether the file is whole and was signed, by whose
 * certificate. Who that is, and whether the register knows the file, is judged after it (judge-file.ts).
 */

import type { TrustAnchor } from './chains-to.ts';
import { fits, namesItsCertificate, openCms, signatureValue, timeStampOf } from './check-cms.ts';
import { readTimeStamp, type TimeStamp } from './check-time-stamp.ts';
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
  /** When it was made by a time stamp, and of whom; null where there is none. Of an authority that nobody vouches for it is a claim. */
  readonly stamp: Pick<TimeStamp, 'at' | 'authority' | 'vouched'> | null;
  /** Of PAdES (ETSI EN 319 142-1): B-T only with a time stamp that is vouched for. */
  readonly level: 'B-B' | 'B-T';
}

export interface FileFinding {
  readonly fault: FileFault | null;
  /** Those that could be read, in the order in which they were made; believed only where there is no fault. */
  readonly signatures: readonly SignatureFacts[];
}

const PDF = '%PDF-';

/** Reads a file of any kind; never throws for what is in it. `anchors`: certificates of those who vouch for time-stamping authorities. */
export async function verifySignatures(
  bytes: Uint8Array<ArrayBuffer>,
  anchors: readonly TrustAnchor[] = [],
): Promise<FileFinding> {
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
    const stamp = token ? await readTimeStamp(token, signatureValue(opened), anchors) : null;
    const { fingerprint, name, certificate } = opened;
    const told = stamp ? { at: stamp.at, authority: stamp.authority, vouched: stamp.vouched } : null;
    signatures.push({ fingerprint, name, stamp: told, level: told?.vouched ? 'B-T' : 'B-B' });
    const { notBefore, notAfter } = certificate;
    const early = stamp && (stamp.at < notBefore.value || stamp.at > notAfter.value);
    if (!(await fits(opened, signed))) fault ??= 'broken';
    else if (!namesItsCertificate(opened) || early) fault ??= 'certificate';
    else if (stamp === undefined) fault ??= 'time_stamp';
  }
  return { fault, signatures };
}
