/**
 * A backup as a file: a tar within age encryption (age-encryption.org/v1), so that whoever has the key can open it with `age` and `tar`
 * alone, also when nothing of ours runs any more. Its last member, SHA256SUMS, has a line for every other one.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { extract, pack } from 'tar-stream';
import { BackupError } from './backup-error.ts';

/** Whoever may open it: public keys (`age1…`), or a passphrase. */
export type Lock = { readonly recipients: readonly string[] } | { readonly passphrase: string };
/** The secret key (`AGE-SECRET-KEY-1…`) of one of them, or the passphrase. */
export type Key = { readonly identities: readonly string[] } | { readonly passphrase: string };

export interface Member {
  readonly name: string;
  readonly size: number;
  readonly bytes: Readable;
}

/** Names of members; whatever else is in a file is not ours, and is not written anywhere. */
const MEMBER =
  /^(?:manifest\.json|keys\.json|database\.dump|(?:files|signing|outbox)\/(?!\.)[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)$/;
export const SUMS = 'SHA256SUMS';
const SUM_LINE = /^([0-9a-f]{64}) {2}(.+)$/;

async function* hashed(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

async function encrypterFor(lock: Lock): Promise<Encrypter> {
  const encrypter = new Encrypter();
  if ('passphrase' in lock) encrypter.setPassphrase(lock.passphrase);
  else for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
  return encrypter;
}

/** Writes the members, in their order, into a new file: whole under its name, or not at all. Throws BackupError `backup.exists`. */
export async function writeArchive(path: string, lock: Lock, members: AsyncIterable<Member>): Promise<void> {
  const encrypter = await encrypterFor(lock);
  const temporary = `${path}.part`;
  const file = await open(temporary, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new BackupError(
      'backup.exists',
      `${temporary} is there: another backup is being made, or was ended. Remove it.`,
    );
  });
  const tar = pack();
  try {
    const encrypted = await encrypter.encrypt(
      Readable.toWeb(Readable.from(tar, { objectMode: false })) as globalThis.ReadableStream<Uint8Array>,
    );
    const written = pipeline(
      Readable.fromWeb(encrypted as ReadableStream<Uint8Array>),
      createWriteStream(temporary, { fd: file.fd, autoClose: false }),
    );
    await Promise.all([written, fill(tar, members)]);
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    tar.destroy();
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

async function fill(tar: ReturnType<typeof pack>, members: AsyncIterable<Member>): Promise<void> {
  try {
    const sums: string[] = [];
    for await (const { name, size, bytes } of members) {
      const hash = createHash('sha256');
      await pipeline(hashed(bytes, hash), tar.entry({ name, size, mode: 0o600 }));
      sums.push(`${hash.digest('hex')}  ${name}\n`);
    }
    const lines = Buffer.from(sums.join(''));
    await pipeline(Readable.from([lines]), tar.entry({ name: SUMS, size: lines.length, mode: 0o600 }));
    tar.finalize();
  } catch (error) {
    tar.destroy(error as Error);
    throw error;
  }
}

const DAMAGED = 'This backup is damaged or was cut off: nothing was restored from it. Take another copy.';

/**
 * Gives each member out in turn; `receive` reads it to its end. What came may be used only after this has returned: only then is
 * it known that all of it is there and as it was written. Throws BackupError.
 */
export async function readArchive(
  path: string,
  key: Key,
  receive: (name: string, bytes: Readable) => Promise<void>,
): Promise<void> {
  const decrypter = new Decrypter();
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
  else for (const identity of key.identities) decrypter.addIdentity(identity);
  const source = createReadStream(path, { highWaterMark: 1 << 20 });
  const decrypted = await decrypter
    .decrypt(Readable.toWeb(source) as globalThis.ReadableStream<Uint8Array>)
    .catch((error: Error) => {
      source.destroy();
      throw refusalOf(error);
    });
  const members = extract();
  const fed = pipeline(Readable.fromWeb(decrypted as ReadableStream<Uint8Array>), members);
  try {
    await Promise.all([fed, take(members, receive)]);
  } catch (error) {
    members.destroy();
    await fed.catch(() => undefined);
    throw error instanceof BackupError || isOfTheMachine(error)
      ? error
      : new BackupError('backup.damaged', DAMAGED, { cause: error });
  }
}

/** Disk full, no right to write: not the file's fault. */
const isOfTheMachine = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException).syscall === 'string';

function refusalOf(error: Error): Error {
  if (isOfTheMachine(error)) return error;
  return /no identity matched/.test(error.message)
    ? new BackupError('backup.other_key', 'This backup cannot be opened with this key or passphrase.', { cause: error })
    : new BackupError('backup.not_a_backup', 'This file is no backup, or its beginning is damaged.', { cause: error });
}

async function take(
  members: ReturnType<typeof extract>,
  receive: (name: string, bytes: Readable) => Promise<void>,
): Promise<void> {
  const came = new Map<string, string>();
  let sums: string | null = null;
  for await (const entry of members) {
    const { name, type } = entry.header;
    if (sums !== null || type !== 'file' || came.has(name)) throw new BackupError('backup.damaged', DAMAGED);
    const hash = createHash('sha256');
    const bytes = Readable.from(hashed(entry, hash), { objectMode: false });
    if (name === SUMS) {
      sums = await text(bytes);
      continue;
    }
    if (!MEMBER.test(name)) throw new BackupError('backup.not_a_backup', `This file has a member that no backup has.`);
    await receive(name, bytes);
    came.set(name, hash.digest('hex'));
  }
  const told = new Map(
    (sums ?? '').split('\n').flatMap((line) => {
      const [, sum, name] = SUM_LINE.exec(line) ?? [];
      return sum && name ? [[name, sum] as const] : [];
    }),
  );
  const whole = sums !== null && told.size === came.size && [...told].every(([name, sum]) => came.get(name) === sum);
  if (!whole) throw new BackupError('backup.damaged', DAMAGED);
}
