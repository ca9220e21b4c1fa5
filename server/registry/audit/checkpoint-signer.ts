/** Signed notes over the size and root of the audit tree (C2SP tlog-checkpoint and signed-note, Ed25519). */
import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';

/** Name of the log and of its key. A register that was restored keeps it: it is the same log. */
export const ORIGIN = 'diaba/audit';
/** Ed25519 in PKCS #8 (RFC 8410) before the 32 bytes of the key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface CheckpointSigner {
  /** Public key, DER (SubjectPublicKeyInfo). */
  readonly publicKey: Buffer;
  note(size: number, root: Uint8Array): string;
  /** Size and root of a note that this key signed; undefined for any other text. */
  read(note: string): { readonly size: number; readonly root: Buffer } | undefined;
}

const keyId = (name: string, raw: Uint8Array): Buffer =>
  createHash('sha256').update(`${name}\n`).update(Uint8Array.of(1)).update(raw).digest().subarray(0, 4);

/** The key is derived from PERSONAL_DATA_KEY, which is not in the database: who can only write there cannot sign. */
export function createCheckpointSigner(personalDataKey: Buffer): CheckpointSigner {
  const seed = Buffer.from(hkdfSync('sha256', personalDataKey, '', 'diaba audit checkpoint', 32));
  const key: KeyObject = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const id = keyId(ORIGIN, publicKey.subarray(-32));
  return {
    publicKey,
    note(size, root) {
      const text = `${ORIGIN}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
      const signature = sign(null, Buffer.from(text), key);
      return `${text}\n— ${ORIGIN} ${Buffer.concat([id, signature]).toString('base64')}\n`;
    },
    read(note) {
      const match = /^(([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n)\n— ([^ \n]+) ([A-Za-z0-9+/=]+)\n$/.exec(
        note,
      );
      if (!match) return undefined;
      const [, text = '', origin, size, root = '', name, signed = ''] = match;
      const bytes = Buffer.from(signed, 'base64');
      if (origin !== ORIGIN || name !== ORIGIN || !bytes.subarray(0, 4).equals(id)) return undefined;
      if (!verify(null, Buffer.from(text), createPublicKey(key), bytes.subarray(4))) return undefined;
      return { size: Number(size), root: Buffer.from(root, 'base64') };
    },
  };
}
