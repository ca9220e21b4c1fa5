/** The uploads of this desk: they go on while one works on other screens. */
import { isBatch } from '../../../server/domain/batch/batch-state.ts';
import { fileLabel } from '../../../server/domain/batch/file-label.ts';
import { type Became, giveUpUpload, type RunningUpload, sendFile } from '../../api/batch/upload.ts';
import { CallFailed } from '../../api/get-json.ts';
import { newId } from '../../api/new-id.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { digestOf } from './digest-of.ts';
import type { FileOptions } from './guess-options.ts';
import type { SentKind } from './sent-kind.ts';
import { rowFor, type UnfitFile, type UploadRow, unfitRow } from './upload-row.ts';
import { note, type ShelvedFile, shelve, shelvedOf, unshelve } from './upload-shelf.ts';

export type { UploadRow };

/** Files sent at a time: more would only share the same line. */
const AT_ONCE = 3;
/** How long one waits for network or server before asking again. */
const WAIT_MS = 5000;
const RATE_OVER_MS = 4000;

const files = new Map<string, ShelvedFile>();
const running = new Map<string, RunningUpload>();
/** The attempt a file is in: one that was paused meanwhile finds another here, or none, and goes no further. */
const attempts = new Map<string, object>();
let rows: readonly UploadRow[] = [];
const listeners = new Set<() => void>();

export const subscribeUploads = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const currentUploads = (): readonly UploadRow[] => rows;

function change(id: string, to: Partial<UploadRow>): void {
  rows = rows.map((row) => (row.id === id ? { ...row, ...to } : row));
  for (const listener of listeners) listener();
}
const rowOf = (id: string) => rows.find((row) => row.id === id);
/** Files that a reload would forget: not written yet, or the browser has no room for them. */
const unkept = new Set<string>();
addEventListener('beforeunload', (event) => unkept.size > 0 && event.preventDefault());
/** What a browser without room for the file cannot keep is sent all the same. */
const kept = (written: Promise<void>): Promise<void> => written.catch(reportError);
async function keep(file: ShelvedFile): Promise<void> {
  unkept.add(file.id);
  await shelve(file);
  unkept.delete(file.id);
}
function forget(id: string): Promise<void> {
  unkept.delete(id);
  return kept(unshelve(id));
}
function update(id: string, to: Partial<Pick<ShelvedFile, 'options' | 'url' | 'paused' | 'draft' | 'since'>>) {
  const file = { ...files.get(id)!, ...to };
  files.set(id, file);
  return kept(note(file));
}

/** Bytes a second from the last few reports. */
function rateMeter(): (sent: number) => number | null {
  const seen: [at: number, sent: number][] = [];
  return (sent) => {
    const now = performance.now();
    seen.push([now, sent]);
    while (seen.length > 2 && now - seen[0]![0] > RATE_OVER_MS) seen.shift();
    const [[from, before]] = seen as [[number, number]];
    return now - from < 500 ? null : ((sent - before) / (now - from)) * 1000;
  };
}

function metadataOf({ name, kind, options, again }: ShelvedFile, sha256: string | null): Record<string, string> {
  if (kind === 'scan')
    return { filename: name, kind, commune: options.commune, ...(sha256 === null ? {} : { sha256 }) };
  const given = Object.entries(options).filter(([, value]) => value !== '');
  const said = { ...(sha256 === null ? {} : { sha256 }), ...(again ? { again: 'true' } : {}) };
  return { filename: name, ...Object.fromEntries(given), ...said };
}

async function attempt(id: string): Promise<Became> {
  const turn = {};
  attempts.set(id, turn);
  const shelved = files.get(id)!;
  let sha256: string | null = null;
  if (shelved.url === null) {
    change(id, { state: 'hashing' });
    sha256 = await digestOf(shelved.file);
  }
  if (attempts.get(id) !== turn) return new Promise(() => undefined);
  change(id, { state: 'sending' });
  const meter = rateMeter();
  const upload = sendFile({
    file: shelved.file,
    metadata: metadataOf(shelved, sha256),
    url: files.get(id)?.url ?? null,
    onUrl(url) {
      // Told again when one goes on; the server counts from the beginning.
      if (files.has(id) && files.get(id)?.url !== url) void update(id, { url, since: Date.now() });
    },
    onProgress: (sent) =>
      attempts.get(id) === turn &&
      change(id, { sent, rate: meter(sent), ...(rowOf(id)?.state === 'waiting' ? { state: 'sending' } : {}) }),
  });
  running.set(id, upload);
  return upload.done;
}

/** Whether it may go better later by itself: no answer, or one that asks to wait. */
const passes = ({ problem }: CallFailed) => !problem || problem.status >= 500 || [423, 429].includes(problem.status);

async function send(id: string): Promise<void> {
  try {
    const { batchId, found, scanId } = await guarded(() => attempt(id));
    await forget(id);
    const file = files.get(id);
    // For as long as this page is open: it may be asked for again.
    if (file && found !== null && isBatch(found, 'over')) files.set(id, { ...file, url: null, again: true });
    else files.delete(id);
    change(id, { state: 'received', batchId, found, scanId, rate: null, sent: rowOf(id)?.size ?? 0 });
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    if (files.get(id)?.paused || !rowOf(id)) return;
    if (!passes(error)) {
      change(id, { state: 'failed', error, rate: null });
      return;
    }
    change(id, { state: 'waiting', rate: null });
    setTimeout(() => rowOf(id)?.state === 'waiting' && start(id), WAIT_MS);
  } finally {
    running.delete(id);
    next();
  }
}

function start(id: string): void {
  change(id, { state: 'sending', error: null });
  void send(id).catch((error: unknown) => {
    change(id, { state: 'failed', error: new CallFailed(null) });
    reportError(error);
  });
}

/** Lets queued files go as others are done. */
function next(): void {
  const busy = rows.filter(({ state }) => state === 'sending' || state === 'hashing').length;
  for (const { id } of rows.filter(({ state }) => state === 'queued').slice(0, Math.max(0, AT_ONCE - busy))) start(id);
}

export interface FileToSend {
  readonly file: File;
  readonly kind: SentKind;
  readonly options: FileOptions;
}

/** Names files that are not sent, and why. They are kept nowhere. */
export function addUnfit(unfit: readonly UnfitFile[]): void {
  rows = [...rows, ...unfit.map(unfitRow)];
  for (const listener of listeners) listener();
}

/** Puts files on the list; nothing is sent before somebody has looked at what was guessed. */
export function addFiles(owner: string, added: readonly FileToSend[]): void {
  const now = Date.now();
  for (const [at, { file, kind, options }] of added.entries()) {
    const shelved: ShelvedFile = {
      id: newId(),
      owner,
      file,
      name: fileLabel(file.name),
      kind,
      options,
      url: null,
      paused: false,
      draft: true,
      again: false,
      // A millisecond apart: a reload shows them in the order in which they were chosen.
      since: now + at,
    };
    files.set(shelved.id, shelved);
    void kept(keep(shelved));
    rows = [...rows, rowFor(shelved, 'draft')];
  }
  for (const listener of listeners) listener();
}

export function changeOptions(id: string, options: FileOptions): void {
  if (!files.has(id)) return;
  void update(id, { options });
  change(id, { options });
}

/** Gives files that are not sent yet what is said of all: over what they have, or where they have nothing. */
export function fillDrafts(said: Partial<FileOptions>, over: boolean): void {
  for (const { id, options } of rows.filter(({ state }) => state === 'draft')) {
    const filled = Object.entries(said).filter(([key, value]) => value && (over || !options[key as keyof FileOptions]));
    if (filled.length > 0) changeOptions(id, { ...options, ...Object.fromEntries(filled) });
  }
}

/** Sends these files, a few at a time. */
export function sendFiles(ids: readonly string[]): void {
  for (const id of ids) {
    const file = files.get(id);
    if (!file) continue;
    // A file that was received is no longer kept; of every other one only the whereabouts are news.
    if (file.again && file.url === null) void kept(keep(file));
    else void update(id, { paused: false, draft: false });
    change(id, { state: 'queued', error: null });
  }
  next();
}

/** Sends a file again whose batch was refused, rejected or taken back: it becomes a further one. */
export function bringAgain(id: string): void {
  if (!files.get(id)?.again) return;
  change(id, { batchId: null, found: null, sent: 0 });
  sendFiles([id]);
}

/** Stops sending at once; says so when a reload would find it paused too. */
export async function pauseUpload(id: string): Promise<void> {
  if (!files.has(id)) return;
  attempts.delete(id);
  running.get(id)?.pause().catch(reportError);
  running.delete(id);
  change(id, { rate: null });
  await update(id, { paused: true });
  if (files.get(id)?.paused) change(id, { state: 'paused' });
  next();
}

/** Gives a file up, here and at the server; a row that is done only leaves the list. */
export function dropUpload(id: string): void {
  attempts.delete(id);
  running.get(id)?.pause().catch(reportError);
  running.delete(id);
  // Paused, waiting or found again after a reload, it lies at the server all the same.
  const url = files.get(id)?.url;
  if (url) giveUpUpload(url).catch(reportError);
  files.delete(id);
  void forget(id);
  rows = rows.filter((row) => row.id !== id);
  for (const listener of listeners) listener();
  next();
}

/** Takes up what this person had chosen or was sending when the page was last left. */
export async function resumeUploads(owner: string): Promise<void> {
  for (const file of await shelvedOf(owner)) {
    if (files.has(file.id)) continue;
    files.set(file.id, file);
    rows = [...rows, rowFor(file, file.draft ? 'draft' : file.paused ? 'paused' : 'queued')];
  }
  for (const listener of listeners) listener();
  next();
}
