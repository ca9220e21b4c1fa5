/**
 * Scans that a machine puts into a folder (SCAN_INBOX): `<commune code>/…`, whole folders too. Each is taken into the archive as if an
 * archivist had sent it, and only then moved to `taken/`; what cannot be taken moves to `refused/` with its reason beside it. Broken off
 * anywhere and done again, a file is in the archive once, for there it is known by its digest.
 */
import { lstat, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import type { Actor } from '../../domain/actor.ts';
import { SCAN_FILE_BYTES } from '../../domain/document/document.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { Problem, problemReply } from '../../domain/problem/problem.ts';
import { keepSourceFile } from '../batch/keep-source-file.ts';
import { bytesOf, digestOf, mediaTypeOf } from '../batch/received-file.ts';
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
const OF_THE_MACHINE = /^(?:\.|Thumbs\.db$|desktop\.ini$)/i;
const SCAN = /\.(?:pdf|jpe?g|png|tiff?)$/i;
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

/** What another worker took meanwhile. */
const isGone = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT';

/** Files of a commune's folder that nothing was written to for a moment, with those in folders inside it; links are followed nowhere. */
async function listFiles(folder: string, now: number): Promise<string[]> {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: string[] = [];
  for (const entry of inside) {
    if (!entry.isFile() || OF_THE_MACHINE.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs, ctimeMs } = await lstat(path);
    if (Math.max(mtimeMs, ctimeMs) <= now - QUIET_MS) files.push(path);
  }
  return files.sort();
}

/** Out of the way, under the folders it lay in; beside one of its name with a number. */
async function putAway(inbox: string, path: string, into: typeof TAKEN | typeof REFUSED): Promise<string> {
  const place = join(inbox, into, relative(inbox, path));
  await mkdir(dirname(place), { recursive: true });
  const ending = extname(place);
  for (let n = 1; ; n++) {
    const free = n === 1 ? place : `${place.slice(0, place.length - ending.length)} (${n})${ending}`;
    const isTaken = await lstat(free).then(
      () => true,
      () => false,
    );
    if (isTaken) continue;
    await rename(path, free);
    return free;
  }
}

async function take({ pool, storageDir, personalDataKey, queue }: Inbox, path: string, code: string): Promise<void> {
  const name = basename(path);
  const { size } = await lstat(path);
  if (!SCAN.test(name) || size === 0) throw new Problem('upload.metadata_invalid');
  if (size > SCAN_FILE_BYTES) throw new Problem('upload.too_large');
  const { commune } = await actAs(pool, actorFor(code), (trx) => resolveCommune(trx, code, null, dayOf(new Date())));
  const actor = actorFor(commune.code);
  const kept = await keepSourceFile(storageDir, personalDataKey, await digestOf(path), bytesOf(path));
  await actAs(pool, actor, async (trx) => {
    await rememberStaff(trx, actor);
    await receiveScan(trx, actor.id, { ...kept, name, mediaType: mediaTypeOf(name) }, commune.code, queue);
  });
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
  try {
    await take(inbox, path, code);
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) throw error;
    const away = await putAway(inbox.folder, path, REFUSED);
    await writeFile(`${away}.txt`, `${reason.code}\n${reason.text}\n`);
    return inbox.said(code, reason.code);
  }
  await putAway(inbox.folder, path, TAKEN);
  inbox.said(code, TAKEN);
}

/** One look into the folder. `now` in ms; what fails for another reason than the file stays where it is, and fails the look. */
export async function takeInbox(inbox: Inbox, now: number, isStopping: () => boolean = () => false): Promise<void> {
  const folders = await readdir(inbox.folder, { withFileTypes: true });
  for (const { name: code } of folders.filter((one) => one.isDirectory() && COMMUNE.test(one.name))) {
    for (const path of await listFiles(join(inbox.folder, code), now)) {
      if (isStopping()) return;
      await takeOrRefuse(inbox, path, code).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
    }
  }
}
