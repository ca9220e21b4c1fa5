/**
 * Files of open data under STORAGE_DIR: made once per state of the data, shared by everybody who asks, replaced by the
 * next state, bounded in number. A file that is there is whole: it is made under another name, synced and renamed.
 */
import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../register/is-alive.ts';

export interface OpenDataStoreOptions {
  readonly folder: string;
  /** Most files kept; the longest unused go first. */
  readonly atMost: number;
  /** Files made at the same time; others wait their turn. */
  readonly atOnce: number;
}

export interface WantedFile {
  /** Files of one family replace one another. */
  readonly family: string;
  readonly version: string;
  /** Makes the file at a path that does not exist yet. */
  readonly make: (path: string, signal: AbortSignal) => Promise<void>;
}

export interface OpenDataStore {
  /** The file, open for reading, made if it is not there. Rejects when `signal` aborts; with the last asker the work stops. */
  take(wanted: WantedFile, signal: AbortSignal): Promise<FileHandle>;
  /** Stops what is being made. */
  close(): Promise<void>;
}

interface Job {
  readonly made: Promise<void>;
  readonly stop: AbortController;
  askers: number;
}

const PART = /\.(\d+)\.[0-9a-f]+\.part$/;
const isAbsent = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Rejects when the signal aborts. */
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** When a file was last asked for; one that another process has removed meanwhile counts as never. */
async function usedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isAbsent(error)) return 0;
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Opens a store. Parts that a killed process left are removed with the next file. */
export function openDataStore({ folder, atMost, atOnce }: OpenDataStoreOptions): OpenDataStore {
  const jobs = new Map<string, Job>();
  const queue: (() => void)[] = [];
  let running = 0;

  async function inTurn(work: () => Promise<void>): Promise<void> {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      await work();
    } finally {
      // The place goes to the next one as it is, so that nobody slips in between.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  }

  /** Removes older states of a family, parts of dead processes, and what has not been asked for longest. */
  async function tidy(family: string, keep: string): Promise<void> {
    const names = await readdir(folder);
    const old = names.filter((name) => name !== keep && name.startsWith(`${family}.`) && !PART.test(name));
    const dead = names.filter((name) => PART.test(name) && !isAlive(Number(PART.exec(name)?.[1])));
    const rest = names.filter((name) => !PART.test(name) && !old.includes(name));
    const used = await Promise.all(
      rest.map(async (name) => ({ name, at: name === keep ? Infinity : await usedAt(join(folder, name)) })),
    );
    const surplus = used.sort((a, b) => b.at - a.at).slice(atMost);
    for (const name of [...old, ...dead, ...surplus.map((file) => file.name)])
      await rm(join(folder, name), { force: true });
  }

  async function make({ family, make: makeAt }: WantedFile, name: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = join(folder, `${name}.${process.pid}.${randomBytes(4).toString('hex')}.part`);
    try {
      await makeAt(part, signal);
      signal.throwIfAborted();
      await sync(part);
      await rename(part, join(folder, name));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    await tidy(family, name);
  }

  function start(wanted: WantedFile, name: string): Job {
    const stop = new AbortController();
    const made = inTurn(() => make(wanted, name, stop.signal)).finally(() => {
      if (jobs.get(name) === job) jobs.delete(name);
    });
    made.catch(() => undefined); // Told to each asker; after the last has left, to nobody.
    const job: Job = { made, stop, askers: 0 };
    jobs.set(name, job);
    return job;
  }

  async function openKept(name: string): Promise<FileHandle | undefined> {
    try {
      const path = join(folder, name);
      const file = await open(path, 'r');
      const now = new Date();
      await utimes(path, now, now).catch((error: unknown) => {
        if (!isAbsent(error)) throw error; // Removed meanwhile: what is open stays readable.
      });
      return file;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  return {
    async take(wanted, signal) {
      const name = `${wanted.family}.${wanted.version}`;
      for (;;) {
        signal.throwIfAborted();
        const kept = await openKept(name);
        if (kept) return kept;
        const running = jobs.get(name);
        const job = running && !running.stop.signal.aborted ? running : start(wanted, name);
        job.askers += 1;
        try {
          await Promise.race([job.made, aborted(signal)]);
        } finally {
          job.askers -= 1;
          if (job.askers === 0) job.stop.abort(new DOMException('Nobody waits for this file any more.', 'AbortError'));
        }
      }
    },
    async close() {
      const left = [...jobs.values()];
      for (const job of left) job.stop.abort(new DOMException('The server stops.', 'AbortError'));
      await Promise.allSettled(left.map((job) => job.made));
    },
  };
}
