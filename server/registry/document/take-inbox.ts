/**
 * Scans that a machine puts into a folder (SCAN_INBOX): `<commune code>/…`, whole folders too. Each is taken into the archive as if an
 * archivist had sent it, and only then moved to `taken/`; what cannot be taken moves to `refused/` with its reason beside it. Broken off
 * anywhere and done again, a file is in the archive once, for there it is known by its digest.
 */
import type { Stats } from 'node:fs';
import { lstat, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import type pg from 'pg';
import { inTransaction } from '../../db/kit/transaction.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import type { Actor } from '../../domain/actor.ts';
import { SCAN_FILE_BYTES } from '../../domain/document/document.ts';
import { isOfMachine, isScanName } from '../../domain/document/scan-file.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { Problem, problemReply } from '../../domain/problem/problem.ts';
import { keepSourceFile } from '../batch/keep-source-file.ts';
import { bytesOf, digestOf, mediaTypeOf, onceMore } from '../batch/received-file.ts';
import { CommuneUnresolved, resolveCommune } from '../search/resolve-commune.ts';
import type { QueueScan } from './queue-scan.ts';
import { receiveScan } from './receive-scan.ts';

export interface Inbox {
  readonly pool: pg.Pool;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  /** The folder. */
  readonly folder: string;
  readonly queue: QueueScan;
  /** A file was `taken`, or refused by a code. Its name may name a person: it is not said. */
  said(commune: string, outcome: string): void;
}

const [TAKEN, REFUSED] = ['taken', 'refused'] as const;
const COMMUNE = /^\d{5}$/;
/** A scanner may still write to a file that changed a moment ago, ms. */
const QUIET_MS = 10_000;

/** Whoever runs the scanner has no name here. */
const actorFor = (commune: string): Actor => ({
  id: 'scan-inbox',
  name: 'Thư mục quét',
  roles: ['archivist'],
  communes: [commune],
  sid: 'scan-inbox',
  azp: 'diaba',
  kind: 'bearer',
});

/** The file at a path; undefined where another worker took it meanwhile. */
const lookAt = (path: string): Promise<Stats | undefined> =>
  lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/** Files of a commune's folder that nothing was written to for a moment, with those in folders inside it; links are followed nowhere. */
async function listFiles(folder: string, now: number): Promise<string[]> {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: string[] = [];
  for (const entry of inside) {
    if (!entry.isFile() || isOfMachine(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const file = await lookAt(path);
    if (file && Math.max(file.mtimeMs, file.ctimeMs) <= now - QUIET_MS) files.push(path);
  }
  return files.sort();
}

/** Out of the way, under the folders it lay in; beside one of its name with a number. Undefined where another worker did it. */
async function putAway(inbox: string, path: string, into: typeof TAKEN | typeof REFUSED): Promise<string | undefined> {
  const place = join(inbox, into, relative(inbox, path));
  await mkdir(dirname(place), { recursive: true });
  const ending = extname(place);
  for (let n = 1; ; n++) {
    const free = n === 1 ? place : `${place.slice(0, place.length - ending.length)} (${n})${ending}`;
    if (await lookAt(free)) continue;
    return rename(path, free).then(
      () => free,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      },
    );
  }
}

/** Throws a Problem where the fault is the file's; a database that is away is none, and leaves the file where it is. */
async function take(
  { pool, storageDir, personalDataKey, queue }: Inbox,
  path: string,
  { size }: Stats,
  code: string,
): Promise<void> {
  const name = basename(path);
  if (!isScanName(name) || size === 0) throw new Problem('upload.metadata_invalid');
  if (size > SCAN_FILE_BYTES) throw new Problem('upload.too_large');
  const { commune } = await inTransaction(pool, actorFor(code), (trx) =>
    resolveCommune(trx, code, null, dayOf(new Date())),
  );
  const actor = actorFor(commune.code);
  const kept = await keepSourceFile(storageDir, personalDataKey, await digestOf(path), bytesOf(path));
  await onceMore(() =>
    inTransaction(pool, actor, async (trx) => {
      await rememberStaff(trx, actor);
      return receiveScan(trx, actor.id, { ...kept, name, mediaType: mediaTypeOf(name) }, commune.code, queue);
    }),
  );
}

/** Why a file cannot be taken, by its code and in both languages; undefined where the fault is not the file's. */
function reasonOf(error: unknown): { readonly code: string; readonly text: string } | undefined {
  if (error instanceof CommuneUnresolved)
    return { code: error.code, text: `Không xác định được xã của mã ${error.detail.commune ?? ''}.\n${error.message}` };
  if (!(error instanceof Problem)) return undefined;
  const [vi, en] = [problemReply(error, 'vi'), problemReply(error, 'en')];
  return { code: error.code, text: `${vi.title}. ${vi.detail}\n${en.title}. ${en.detail}` };
}

async function takeOrRefuse(inbox: Inbox, path: string, code: string): Promise<void> {
  const file = await lookAt(path);
  if (!file) return;
  let reason: ReturnType<typeof reasonOf>;
  try {
    await take(inbox, path, file, code);
  } catch (error) {
    reason = reasonOf(error);
    if (!reason && (await lookAt(path))) throw error;
  }
  const now = await lookAt(path);
  // Taken by another worker, or written anew meanwhile: what lies there now was read by nobody, and is for the next look.
  if (now?.ino !== file.ino || now.size !== file.size || now.mtimeMs !== file.mtimeMs) return;
  const away = await putAway(inbox.folder, path, reason ? REFUSED : TAKEN);
  if (away === undefined) return;
  if (reason) await writeFile(`${away}.txt`, `${reason.code}\n${reason.text}\n`);
  inbox.said(code, reason?.code ?? TAKEN);
}

/** One look into the folder. `now` in ms; what fails for another reason than the file stays where it is, and fails the look. */
export async function takeInbox(inbox: Inbox, now: number, isStopping: () => boolean = () => false): Promise<void> {
  const folders = await readdir(inbox.folder, { withFileTypes: true });
  for (const { name: code } of folders.filter((one) => one.isDirectory() && COMMUNE.test(one.name))) {
    for (const path of await listFiles(join(inbox.folder, code), now)) {
      if (isStopping()) return;
      await takeOrRefuse(inbox, path, code);
    }
  }
}
