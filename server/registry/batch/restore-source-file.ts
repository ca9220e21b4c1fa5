/** The way back out of the store (keep-source-file.ts). */
import { createDecipheriv, type DecipherGCM } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileKey, MAGIC, NONCE_BYTES, storedPath, TAG_BYTES } from './keep-source-file.ts';

/** What the store holds is not what was put into it. */
export class StoredFileDamaged extends Error {
  constructor(sha256: string, options?: ErrorOptions) {
    super(`stored file ${sha256} cannot be read back whole`, options);
    this.name = 'StoredFileDamaged';
  }
}

async function readEnds(path: string, sha256: string): Promise<{ head: Buffer; tag: Buffer; size: number }> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new StoredFileDamaged(sha256, { cause: error }) : error;
  });
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(MAGIC.length + NONCE_BYTES);
    const tag = Buffer.alloc(TAG_BYTES);
    if (size < head.length + tag.length) throw new StoredFileDamaged(sha256);
    await handle.read(head, 0, head.length, 0);
    await handle.read(tag, 0, tag.length, size - tag.length);
    if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new StoredFileDamaged(sha256);
    return { head, tag, size };
  } finally {
    await handle.close();
  }
}

/**
 * Writes the bytes as they were received to `target`, a file of the caller's. Nothing may be made of it before this
 * returned: only at the end is it known that they were not altered (StoredFileDamaged).
 */
export async function restoreSourceFile(
  storageDir: string,
  personalDataKey: Buffer,
  sha256: string,
  target: string,
): Promise<void> {
  const path = storedPath(storageDir, sha256);
  const { head, tag, size } = await readEnds(path, sha256);
  const decipher = createDecipheriv('aes-256-gcm', fileKey(personalDataKey), head.subarray(MAGIC.length));
  decipher.setAuthTag(tag);
  const start = head.length;
  const end = size - TAG_BYTES - 1;
  const handle = await open(target, 'wx', 0o600);
  try {
    if (end >= start) {
      for await (const chunk of createReadStream(path, { start, end, highWaterMark: 1 << 20 }))
        await handle.writeFile(decipher.update(chunk as Buffer));
    }
    await handle.writeFile(finish(decipher, sha256));
  } finally {
    await handle.close();
  }
}

function finish(decipher: DecipherGCM, sha256: string): Buffer {
  try {
    return decipher.final();
  } catch (error) {
    throw new StoredFileDamaged(sha256, { cause: error });
  }
}
