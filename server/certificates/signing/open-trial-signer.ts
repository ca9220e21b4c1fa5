/** A key and a certificate of our own, for registers that were given none. Nobody vouches for it, and every paper says so. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs';
import type { PaperSigner } from './signer.ts';

const NAME = 'Địa Bạ: chữ ký thử nghiệm';
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const COMMON_NAME = '2.5.4.3';

const sealingKey = (personalDataKey: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', personalDataKey, '', 'diaba trial signing key', 32));

function seal(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function unseal(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** A certificate that vouches for itself: ten years, for signatures on documents only. */
async function makeCertificate(keys: webcrypto.CryptoKeyPair, now: Date): Promise<Buffer> {
  const certificate = new Certificate({ version: 2 });
  const serial = randomBytes(16);
  serial[0]! &= 0x7f;
  certificate.serialNumber = new Integer({ valueHex: Uint8Array.from(serial).buffer });
  const name = () => new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value: NAME }) });
  certificate.issuer.typesAndValues.push(name());
  certificate.subject.typesAndValues.push(name());
  certificate.notBefore.value = now;
  certificate.notAfter.value = new Date(now.getTime() + 3650 * 86_400_000);
  // digitalSignature and nonRepudiation.
  const usage = Uint8Array.from([0x03, 0x02, 0x06, 0xc0]).buffer;
  certificate.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: new BasicConstraints({ cA: false }).toSchema().toBER(),
    }),
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey);
  await certificate.sign(keys.privateKey as CryptoKey, 'SHA-256');
  return Buffer.from(certificate.toSchema(true).toBER());
}

interface Kept {
  readonly certificate: string;
  readonly key: string;
}

async function make(path: string, sealing: Buffer): Promise<void> {
  const size = { modulusLength: 3072, publicExponent: Uint8Array.from([1, 0, 1]) };
  const keys = (await webcrypto.subtle.generateKey({ ...ALGORITHM, ...size }, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const plain = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const certificate = (await makeCertificate(keys, new Date())).toString('base64');
  const kept: Kept = { certificate, key: seal(sealing, plain).toString('base64') };
  const temporary = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
  await writeFile(temporary, JSON.stringify(kept), { mode: 0o600, flag: 'wx', flush: true });
  try {
    // Two processes that start together: the first one's key is the key.
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(temporary);
  }
}

/** The key kept in the storage folder, sealed under the key for personal data; made at first use. */
export async function openTrialSigner(storageDir: string, personalDataKey: Buffer): Promise<PaperSigner> {
  const folder = join(storageDir, 'signing');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'trial.json');
  const sealing = sealingKey(personalDataKey);
  const read = () =>
    readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
  let text = await read();
  if (text === undefined) {
    await make(path, sealing);
    text = await read();
  }
  const kept = JSON.parse(text!) as Kept;
  const plain = unseal(sealing, Buffer.from(kept.key, 'base64'));
  const key = await webcrypto.subtle.importKey('pkcs8', Uint8Array.from(plain), ALGORITHM, false, ['sign']);
  const certificate = Buffer.from(kept.certificate, 'base64');
  const { validToDate: validTo } = new X509Certificate(certificate);
  return { name: NAME, trial: true, key, certificates: [certificate], validTo };
}
