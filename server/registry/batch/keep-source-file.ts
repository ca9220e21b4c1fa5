/**
 * Source files in the store, by the SHA-256 of their bytes. They hold identity numbers in clear, so they are encrypted
 * at rest: magic, 12 bytes nonce, AES-256-GCM stream, 16 bytes tag. Written to a temporary name, synced, renamed: a file
 * that is there is whole.
 */
import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { scratchPath } from './open-scratch.ts';

export const MAGIC = Buffer.from('DIABA-F1');
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** Key of the stored files, which opens nothing else. */
export function fileKey(personalDataKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', personalDataKey, '', 'diaba stored file', 32));
}

/** Where the file with this digest (hex) lies. */
export function storedPath(storageDir: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256 digest');
  return join(storageDir, 'files', sha256.slice(0, 2), sha256);
}

export interface KeptFile {
  readonly sha256: string;
  readonly byteLength: number;
}

/**
 * Keeps the bytes that `chunks` gives under their digest; a file that is already there is left alone. Throws when the
 * bytes are not those of `expectedSha256` (the source changed while it was read).
 */
export async function keepSourceFile(
  storageDir: string,
  personalDataKey: Buffer,
  expectedSha256: string,
  chunks: AsyncIterable<Buffer>,
): Promise<KeptFile> {
  const path = storedPath(storageDir, expectedSha256);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = await scratchPath(storageDir);
  const hash = createHash('sha256');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', fileKey(personalDataKey), nonce);
  let byteLength = 0;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(Buffer.concat([MAGIC, nonce]));
    for await (const chunk of chunks) {
      hash.update(chunk);
      byteLength += chunk.length;
      await handle.writeFile(cipher.update(chunk));
    }
    await handle.writeFile(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(temporary, { force: true });
    throw error;
  }
  await handle.close();
  if (hash.digest('hex') !== expectedSha256) {
    await rm(temporary, { force: true });
    throw new Error('the source file changed while it was being stored');
  }
  if (existsSync(path)) await rm(temporary, { force: true });
  else await rename(temporary, path);
  await syncFolder(dirname(path));
  return { sha256: expectedSha256, byteLength };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
