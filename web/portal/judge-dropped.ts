/** Checks a file where it is: only its digest leaves the browser. Loaded when the first file is chosen. */
import type { FileCheck } from '../../server/domain/contract/paper/paper-checks.ts';
import { toHex } from '../../server/verifier/der.ts';
import { type FileVerdict, judgeFile } from '../../server/verifier/judge-file.ts';
import { type SignatureFacts, verifySignatures } from '../../server/verifier/verify-signatures.ts';

export interface JudgedFile {
  readonly verdict: FileVerdict;
  readonly sha256: string;
  readonly check: FileCheck['check'];
  /** Whether a key of set-up's signed it. */
  readonly trial: boolean;
  readonly signatures: readonly SignatureFacts[];
}

export async function judgeDropped(file: Blob): Promise<JudgedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  const reply = await fetch(`/api/verify/files/${sha256}`, { headers: { accept: 'application/json' } });
  if (!reply.ok) throw new Error(`the check answers ${reply.status}`);
  const known = (await reply.json()) as FileCheck;
  const anchors = known.timeStampTrust.map((der) => Uint8Array.from(atob(der), (sign) => sign.charCodeAt(0)));
  const finding = await verifySignatures(bytes, anchors);
  const { signatures } = finding;
  const trial = known.certificates.some(
    (one) => one.trial && signatures.some(({ fingerprint }) => fingerprint === one.sha256),
  );
  return { verdict: judgeFile(finding, known), sha256, check: known.check, trial, signatures };
}
