import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { openP12Signer } from '../../certificates/signing/open-p12-signer.ts';
import type { SigningSettings } from '../../certificates/signing/open-seal.ts';
import { SignerUnfit } from '../../certificates/signing/signer.ts';
import { type Config, ConfigError } from '../../config.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Certificates of a PEM file. Throws ConfigError. */
async function readTrust(path: string | null): Promise<Uint8Array<ArrayBuffer>[]> {
  if (path === null) return [];
  const text = await readFile(path, 'latin1').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError('TSA_TRUST', `${path} cannot be read (${error.code})`);
  });
  const found = text.match(CERTIFICATE);
  if (!found) throw new ConfigError('TSA_TRUST', `${path} holds no certificate in PEM form`);
  return found.map((pem, index) => {
    try {
      return Uint8Array.from(new X509Certificate(pem).raw);
    } catch {
      throw new ConfigError('TSA_TRUST', `${path}: certificate ${index + 1} cannot be read`);
    }
  });
}

/** The keys that sign papers, opened once at the start so that what is wrong with them is said to who starts us. */
export async function readSigningSettings({ signing, tsaUrl, tsaTrustFile }: Config): Promise<SigningSettings> {
  const keys: { p12: Buffer; password: string }[] = [];
  for (const [index, path] of signing.p12Files.entries()) {
    const p12 = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new ConfigError('SIGNING_P12', `${path} cannot be read (${error.code})`);
    });
    const password = signing.passwords[index]!;
    try {
      const { validTo } = await openP12Signer(p12, password);
      if (validTo <= new Date()) throw new SignerUnfit(`has a certificate that expired on ${validTo.toISOString()}`);
    } catch (error) {
      if (error instanceof SignerUnfit) throw new ConfigError('SIGNING_P12', `${path} ${error.message}`);
      throw error;
    }
    keys.push({ p12, password });
  }
  return { keys, tsaUrl, tsaTrust: await readTrust(tsaTrustFile) };
}
