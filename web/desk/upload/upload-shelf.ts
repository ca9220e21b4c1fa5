/**
 * The files on their way, kept in this browser (IndexedDB) until the server has them whole: a reload goes on without
 * choosing them again. They hold persons, so they go the moment they are received, given up, or their sender signs out.
 */
import type { FileOptions } from './guess-options.ts';

export interface ShelvedFile {
  readonly id: string;
  /** Whose they are: nobody else's desk goes on with them. */
  readonly owner: string;
  readonly file: Blob;
  readonly name: string;
  readonly options: FileOptions;
  /** Address of the upload, once the server has given one. */
  readonly url: string | null;
  readonly paused: boolean;
}

const STORE = 'files';

function opened<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function openShelf(): Promise<IDBDatabase> {
  const request = indexedDB.open('diaba-uploads', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
  return opened(request);
}

async function withStore<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const shelf = await openShelf();
  try {
    return await opened(use(shelf.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    shelf.close();
  }
}

export const shelve = (file: ShelvedFile): Promise<unknown> => withStore('readwrite', (store) => store.put(file));
export const unshelve = (id: string): Promise<unknown> => withStore('readwrite', (store) => store.delete(id));
/** Forgets every file: somebody signs out. */
export const clearShelf = (): Promise<unknown> => withStore('readwrite', (store) => store.clear());

/** What this person was sending. */
export async function shelvedOf(owner: string): Promise<ShelvedFile[]> {
  const all = (await withStore('readonly', (store) => store.getAll())) as ShelvedFile[];
  return all.filter((file) => file.owner === owner);
}
