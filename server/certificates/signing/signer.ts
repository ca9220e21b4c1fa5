import type { webcrypto } from 'node:crypto';

/** One who signs papers. The private key is not extractable: it signs, and that is all. */
export interface PaperSigner {
  /** Name in the certificate, as the paper prints it. */
  readonly name: string;
  /** True where set-up made the key: then paper and check say "chữ ký thử nghiệm". */
  readonly trial: boolean;
  readonly key: webcrypto.CryptoKey;
  /** DER, the signer's first, then those that vouch for it. */
  readonly certificates: readonly Buffer[];
  /** Last moment of the signer's own certificate. */
  readonly validTo: Date;
}

/** A key that cannot sign papers, in a sentence for who runs the register. */
export class SignerUnfit extends Error {
  override readonly name = 'SignerUnfit';
}
