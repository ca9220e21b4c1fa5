import type { FileCheck } from '../domain/contract/paper/paper-checks.ts';
import type { FileFinding } from './verify-signatures.ts';

/**
 * genuine, superseded, revoked: the file as it was issued, and what became of it. altered: it bears a signature that it does not fit.
 * unsigned, not_pdf: nothing to be checked. unknown: signed by somebody, but not as a file that this office issued.
 */
export const FILE_VERDICTS = ['genuine', 'superseded', 'revoked', 'altered', 'unsigned', 'not_pdf', 'unknown'] as const;
export type FileVerdict = (typeof FILE_VERDICTS)[number];

/** What to say of a file: from its signatures, and from what the register answers to its digest. */
export function judgeFile({ fault, signatures }: FileFinding, { check, certificates }: FileCheck): FileVerdict {
  if (fault === 'not_pdf') return 'not_pdf';
  // The register knows these very bytes; that their signature fits them is looked at all the same.
  if (check.state !== 'unknown') return fault === null ? check.state : 'altered';
  if (fault === 'unsigned') return 'unsigned';
  if (fault === null) return 'unknown';
  const isOurs = signatures.some(({ fingerprint }) => certificates.some(({ sha256 }) => sha256 === fingerprint));
  return isOurs || signatures.length === 0 ? 'altered' : 'unknown';
}
