/** A key and its certificates from a PKCS#12 file (RFC 7292), as authorities and smart card tools hand them out. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { type AuthenticatedSafe, CertBag, Certificate, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo } from 'pkijs';
import { type PaperSigner, SignerUnfit } from './signer.ts';

const LEAST_RSA_BITS = 2048;
/** Hashes of PBES2 are cheap; files with millions of rounds would hold the start for minutes. */
const CURVES: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };
const OLD_CIPHER =
  'is encrypted as files before 2020 were. Write it anew: openssl pkcs12 -legacy -in OLD -nodes | openssl pkcs12 -export -out NEW';

interface Contents {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

const whole = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

async function unlock(bytes: Buffer, password: ArrayBuffer): Promise<AuthenticatedSafe> {
  let pfx: PFX;
  try {
    pfx = PFX.fromBER(whole(bytes));
  } catch {
    throw new SignerUnfit('is no PKCS#12 file');
  }
  try {
    await pfx.parseInternalValues({ password, checkIntegrity: true });
  } catch {
    throw new SignerUnfit('does not open: the password is another, or the file is damaged');
  }
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw new SignerUnfit('is empty');
  try {
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
  } catch {
    throw new SignerUnfit(OLD_CIPHER);
  }
  return safe;
}

async function readContents(bytes: Buffer, password: string): Promise<Contents> {
  const secret = whole(new TextEncoder().encode(password));
  const safe = await unlock(bytes, secret);
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  const addKey = (info: PrivateKeyInfo) =>
    keys.push(createPrivateKey({ key: Buffer.from(info.toSchema().toBER()), format: 'der', type: 'pkcs8' }));
  const contents: readonly { value: { safeBags: readonly { bagValue: unknown }[] } }[] =
    safe.parsedValue?.safeContents ?? [];
  for (const { bagValue } of contents.flatMap(({ value }) => value.safeBags)) {
    if (bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate)
      certificates.push(new X509Certificate(Buffer.from(bagValue.parsedValue.toSchema().toBER())));
    else if (bagValue instanceof PrivateKeyInfo) addKey(bagValue);
    else if (bagValue instanceof PKCS8ShroudedKeyBag) {
      // Its types hide the method that its siblings show.
      const bag = bagValue as unknown as { parseInternalValues(parameters: { password: ArrayBuffer }): Promise<void> };
      await bag.parseInternalValues({ password: secret }).catch(() => {
        throw new SignerUnfit(OLD_CIPHER);
      });
      if (bagValue.parsedValue) addKey(bagValue.parsedValue);
    }
  }
  return { keys, certificates };
}

function toSigningKey(key: KeyObject): PaperSigner['key'] {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') {
    if (modulusLength < LEAST_RSA_BITS)
      throw new SignerUnfit(`holds a key of ${modulusLength} bits; ${LEAST_RSA_BITS} or more are needed`);
    return key.toCryptoKey({ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign']);
  }
  const curve = CURVES[namedCurve];
  if (key.asymmetricKeyType !== 'ec' || !curve)
    throw new SignerUnfit('holds a key that is neither RSA nor on the curve P-256, P-384 or P-521');
  return key.toCryptoKey({ name: 'ECDSA', namedCurve: curve }, false, ['sign']);
}

/** The signer's certificate, then each that vouches for the one before. */
function chainFrom(own: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain = [own];
  for (;;) {
    const last = chain.at(-1)!;
    const next = all.find((other) => !chain.includes(other) && last.checkIssued(other));
    if (!next) return chain;
    chain.push(next);
  }
}

/** Throws SignerUnfit with what is wrong with the file. */
export async function openP12Signer(bytes: Buffer, password: string): Promise<PaperSigner> {
  const { keys, certificates } = await readContents(bytes, password);
  const [key] = keys;
  if (!key || keys.length > 1) throw new SignerUnfit(`holds ${keys.length} private keys; it must hold one`);
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (!own) throw new SignerUnfit('holds no certificate of its key');
  const subject = own.toLegacyObject().subject as Readonly<Record<string, string | string[] | undefined>>;
  const name = [subject.CN ?? subject.O ?? ''].flat()[0]?.trim();
  if (!name) throw new SignerUnfit('has a certificate that names nobody');
  return {
    name,
    trial: false,
    key: toSigningKey(key),
    certificates: chainFrom(own, certificates).map(({ raw }) => raw),
    validTo: own.validToDate,
  };
}
