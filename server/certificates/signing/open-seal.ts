import { Problem } from '../../domain/problem/problem.ts';
import type { RenderedPaper } from '../rendered-paper.ts';
import { openP12Signer } from './open-p12-signer.ts';
import { openStatementSigner, type StatementSigner } from './open-statement-signer.ts';
import { openTrialSigner } from './open-trial-signer.ts';
import { requestTimeStamp } from './request-time-stamp.ts';
import { signPdf } from './sign-pdf.ts';
import type { PaperSigner } from './signer.ts';

export interface SigningSettings {
  /** In the order in which they sign (drawer, checker, head); empty: a trial key of our own. */
  readonly keys: readonly { readonly p12: Buffer; readonly password: string }[];
  /** Time-stamping authority; null: signatures without a time stamp. */
  readonly tsaUrl: string | null;
  /** Certificates of those who vouch for time-stamping authorities, DER; with none every authority is unknown. */
  readonly tsaTrust: readonly Uint8Array<ArrayBuffer>[];
}

export const NO_SIGNING_SETTINGS: SigningSettings = { keys: [], tsaUrl: null, tsaTrust: [] };

/** Everybody whose signature a paper bears. */
export interface PaperSeal {
  /** Names as the paper prints them. */
  readonly name: string;
  readonly trial: boolean;
  /** Certificates of those who sign, DER. */
  readonly certificates: readonly { readonly name: string; readonly der: Buffer }[];
  /** What QR codes state; with the key of who heads the office. */
  readonly statements: StatementSigner;
  /** Who signs what is no paper: the last, who heads the office. Throws paper.signer_expired. */
  signerOn(moment: Date): PaperSigner;
  /** Signed by all, or not at all. */
  sign(paper: RenderedPaper, office: string, moment: Date): Promise<Buffer>;
}

async function openSigners(
  { keys }: SigningSettings,
  storageDir: string,
  personalDataKey: Buffer,
): Promise<PaperSigner[]> {
  if (keys.length === 0) return [await openTrialSigner(storageDir, personalDataKey)];
  return Promise.all(keys.map(({ p12, password }) => openP12Signer(p12, password)));
}

/** Opens the keys. Throws SignerUnfit where one cannot sign. */
export async function openSeal(
  settings: SigningSettings,
  storageDir: string,
  personalDataKey: Buffer,
): Promise<PaperSeal> {
  const signers = await openSigners(settings, storageDir, personalDataKey);
  const { tsaUrl, tsaTrust } = settings;
  return {
    name: [...new Set(signers.map(({ name }) => name))].join('; '),
    trial: signers.some(({ trial }) => trial),
    certificates: signers.map(({ name, certificates }) => ({ name, der: certificates[0]! })),
    statements: await openStatementSigner(signers.at(-1)!, personalDataKey),
    signerOn(moment) {
      const last = signers.at(-1)!;
      if (last.validTo <= moment) throw new Problem('paper.signer_expired');
      return last;
    },
    async sign(paper, office, moment) {
      if (signers.some(({ validTo }) => validTo <= moment)) throw new Problem('paper.signer_expired');
      const stampTime = tsaUrl === null ? null : (signature: Buffer) => requestTimeStamp(tsaUrl, tsaTrust, signature);
      return signPdf(paper, { signers, office, moment, stampTime });
    },
  };
}
