/**
 * The files on their way, kept in this browser (IndexedDB) from being chosen until the server has them whole: a reload
 * finds them again as they were, sent or not. They hold persons, so they go the moment they are received, given up, or somebody signs out; and
 * whoever opens the desk next forgets those that the server itself would have forgotten by now.
 *
 * Bytes and whereabouts lie apart: a file is written once, and a pause of 500 MB costs no second copy of it.
 */
import { UPLOAD_HOURS } from '../../../server/domain/batch/upload.ts';
import type { FileOptions } from './guess-options.ts';
import type { SentKind } from './sent-kind.ts';

/** How far a file has come. */
export interface Whereabouts {
  readonly id: string;
  readonly options: FileOptions;
  /** Address of the upload, once the server has given one. */
  readonly url: string | null;
  readonly paused: boolean;
  /** Chosen, and not to be sent before somebody says so. */
  readonly draft: boolean;
  /** Whether a file whose batch was refused, rejected or taken back is to become a further one. */
  readonly again: boolean;
  /** When it was kept, and then when the server began to keep it (ms since 1970): how long either is of any use. */
  readonly since: number;
}

export interface ShelvedFile extends Whereabouts {
  /** Whose they are: nobody else's desk goes on with them. */
  readonly owner: string;
  readonly file: Blob;
  readonly name: string;
  readonly kind: SentKind;
}

const FILES = 'files';
const WHEREABOUTS = 'whereabouts';
const STORES = [FILES, WHEREABOUTS] as const;
type Store = (typeof STORES)[number];

function opened<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function openShelf(): Promise<IDBDatabase> {
  const request = indexedDB.open('diaba-uploads', 4);
  request.onupgradeneeded = () => {
    const { result: shelf } = request;
    for (const name of [...shelf.objectStoreNames]) shelf.deleteObjectStore(name);
    for (const name of STORES) shelf.createObjectStore(name, { keyPath: 'id' });
  };
  return opened(request);
}

/** One transaction; settles when it is committed, so that what was awaited survives a reload. */
async function within<T>(mode: IDBTransactionMode, use: (store: (name: Store) => IDBObjectStore) => T): Promise<T> {
  const shelf = await openShelf();
  try {
    const transaction = shelf.transaction(STORES, mode);
    const committed = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const result = use((name) => transaction.objectStore(name));
    await committed;
    return result;
  } finally {
    shelf.close();
  }
}

/** Writes go in the order they were asked for: an older word on a file must not come after a newer one. */
let lastWrite: Promise<unknown> = Promise.resolve();
function write(use: (store: (name: Store) => IDBObjectStore) => void): Promise<void> {
  const turn = () => within('readwrite', use);
  const written = lastWrite.then(turn, turn);
  lastWrite = written;
  return written;
}

const partOf = ({ id, options, url, paused, draft, again, since }: Whereabouts): Whereabouts => ({
  id,
  options,
  url,
  paused,
  draft,
  again,
  since,
});

/** Keeps a file, as it is chosen. */
export const shelve = ({ owner, file, name, kind, ...rest }: ShelvedFile): Promise<void> =>
  write((store) => {
    store(FILES).put({ id: rest.id, owner, file, name, kind });
    store(WHEREABOUTS).put(partOf(rest));
  });

/** Notes how far a kept file has come. */
export const note = (file: Whereabouts): Promise<void> =>
  write((store) => {
    store(WHEREABOUTS).put(partOf(file));
  });

export const unshelve = (id: string): Promise<void> =>
  write((store) => {
    for (const name of STORES) store(name).delete(id);
  });

/** Forgets every file: somebody signs out. */
export const clearShelf = (): Promise<void> =>
  write((store) => {
    for (const name of STORES) store(name).clear();
  });

/** Forgets files that the server keeps no beginning of any more, whoever left them. */
export const forgetStale = (): Promise<void> =>
  write((store) => {
    const all = store(WHEREABOUTS).getAll();
    all.onsuccess = () => {
      const before = Date.now() - UPLOAD_HOURS * 3_600_000;
      for (const { id, since } of all.result as Whereabouts[])
        if (since < before) for (const name of STORES) store(name).delete(id);
    };
  });

/** What this person had chosen and not wholly sent, as it was chosen. */
export async function shelvedOf(owner: string): Promise<ShelvedFile[]> {
  const [files, whereabouts] = await within('readonly', (store) => [
    store(FILES).getAll(),
    store(WHEREABOUTS).getAll(),
  ]);
  const known = new Map((whereabouts!.result as Whereabouts[]).map((one) => [one.id, one]));
  return (files!.result as Omit<ShelvedFile, keyof Omit<Whereabouts, 'id'>>[])
    .flatMap((file) => {
      const where = known.get(file.id);
      return where && file.owner === owner ? [{ ...file, ...where }] : [];
    })
    .sort((a, b) => a.since - b.since);
}
