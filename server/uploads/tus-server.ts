/**
 * The tus server behind the doors: @tus/server over files in a folder of ours. What it would do by itself and must not is
 * kept from it: it never answers GET, never cleans up (its sweep removes finished files), and its locks are ours.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { type Locker, Server } from '@tus/server';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.ts';
import { LARGEST_UPLOAD, largestUpload, readUploadMetadata, UPLOAD_HOURS } from '../domain/batch/upload.ts';
import { Problem } from '../domain/problem/problem.ts';
import type { ReceivedUpload } from '../registry/upload/receive-upload.ts';
import { maskMetadata } from './mask-metadata.ts';
import { openBody } from './request-body.ts';
import { refusalOf, tusProblem } from './tus-problem.ts';
import { openNotes } from './upload-notes.ts';

export const UPLOADS_PATH = '/uploads';

/** Folder of files on their way: in clear until they are whole, so readable by nobody else. */
export const uploadFolder = (storageDir: string): string => join(storageDir, 'uploads');

/** What the doors do at the turning points of an upload. */
export interface UploadHooks {
  create(
    actor: Actor,
    upload: {
      id: string;
      size: number | null;
      metadata: Readonly<Record<string, string | null>>;
      given: string;
      /** Whether its first bytes come with the request. */
      withBytes: boolean;
    },
  ): Promise<void>;
  /** Notes the length of an upload that was begun without one. */
  declareLength(actor: Actor, uploadId: string, byteLength: number): Promise<void>;
  /** Makes a whole upload a batch, or a scan. */
  finish(actor: Actor, uploadId: string): Promise<ReceivedUpload>;
}

export interface TusReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface TusServer {
  /** Has tus answer a request that was let in. Throws Problem for every refusal. */
  handle(request: FastifyRequest, actor: Actor | null, uploadId: string): Promise<TusReply>;
}

/** Header in which the reply to the last byte names the batch it became. */
const BATCH_HEADER = 'diaba-batch';
/** The state of that batch, where the file had become it before. */
const FOUND_HEADER = 'diaba-batch-found';

/** Names the scan of the archive that a file became. */
const SCAN_HEADER = 'diaba-scan';

export const headersOf = (became: ReceivedUpload): Record<string, string> =>
  'scanId' in became
    ? { [SCAN_HEADER]: became.scanId }
    : { [BATCH_HEADER]: became.batchId, ...(became.found === null ? {} : { [FOUND_HEADER]: became.found }) };

/** Whether these headers say that a file was received. */
export const saysReceived = (headers: Readonly<Record<string, string>>): boolean =>
  headers[BATCH_HEADER] !== undefined || headers[SCAN_HEADER] !== undefined;

/** No other origin is served: what tus says about them is left out. */
const isOurs = (name: string): boolean =>
  !name.startsWith('access-control-') && name !== 'content-length' && name !== 'content-type';

export function createTusServer(storageDir: string, locker: Locker, hooks: UploadHooks): TusServer {
  /** Whose request the store works for: tus does not tell it. */
  const sender = new AsyncLocalStorage<Actor | null>();
  const asked = new WeakMap<object, { actor: Actor | null; uploadId: string; problem?: unknown }>();
  const of = (request: object) => {
    const found = asked.get(request);
    if (!found) throw new Error('tus asks about a request that did not come through the doors');
    return found;
  };
  const actorOf = (request: object): Actor => {
    const { actor } = of(request);
    if (!actor) throw new Error('nobody was asked who he is');
    return actor;
  };
  /** The store would make its folder readable by all, and end the process where it cannot. */
  function openStore(): FileStore {
    const directory = uploadFolder(storageDir);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const configstore = openNotes(directory);
    const store = new FileStore({ directory, configstore, expirationPeriodInMilliseconds: UPLOAD_HOURS * 3_600_000 });
    const declare = store.declareUploadLength.bind(store);
    // Here tus has looked at everything else: a request that is refused changes no length.
    store.declareUploadLength = async (uploadId, length) => {
      const actor = sender.getStore();
      if (!actor) throw new Error('a length comes without a request');
      await hooks.declareLength(actor, uploadId, length);
      await declare(uploadId, length);
    };
    return store;
  }
  const open = () =>
    new Server({
      path: UPLOADS_PATH,
      datastore: openStore(),
      locker,
      lockDrainTimeout: 1_000,
      relativeLocation: true,
      allowedOrigins: [],
      maxSize: (request) => {
        const { actor } = of(request);
        return actor ? largestUpload(actor) : LARGEST_UPLOAD;
      },
      namingFunction: (request) => of(request).uploadId,
      getFileIdFromRequest: (request) => of(request).uploadId,
      async onUploadCreate(request, { id, size, metadata = {} }) {
        const given = request.headers.get('upload-metadata') ?? '';
        const withBytes = request.body !== null;
        await hooks.create(actorOf(request), { id, size: size ?? null, metadata, given, withBytes });
        return {};
      },
      async onUploadFinish(request, { id }) {
        return { headers: headersOf(await hooks.finish(actorOf(request), id)) };
      },
      onResponseError(request, error) {
        of(request).problem = tusProblem(error);
        return undefined;
      },
    });
  let server: Server | undefined;

  return {
    async handle(request, actor, uploadId) {
      const { method, raw } = request;
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) {
        if (value === undefined) continue;
        headers.set(name, name === 'upload-metadata' ? maskMetadata(String(value)) : String(value));
      }
      const carries = (method === 'PATCH' || method === 'POST') && request.body !== null && request.body !== undefined;
      const init: RequestInit & { duplex?: 'half' } = { method, headers };
      const body = carries ? openBody(raw) : undefined;
      if (body) {
        init.body = body.stream as never;
        init.duplex = 'half';
      }
      // The address only has to be one: whose upload it is comes from the router.
      const asking = new Request(`http://localhost${UPLOADS_PATH}/${uploadId}`, init);
      const note: { actor: Actor | null; uploadId: string; problem?: unknown } = { actor, uploadId };
      asked.set(asking, note);
      server ??= open();
      const tus = server;
      const reply = await sender.run(actor, () => tus.handleWeb(asking)).finally(() => body?.drop());
      if (note.problem !== undefined) throw note.problem;
      if (reply.status >= 400) throw refusalOf(reply.status, await reply.text());
      return { status: reply.status, headers: Object.fromEntries([...reply.headers].filter(([name]) => isOurs(name))) };
    },
  };
}

/** The metadata of an upload, or the problem with its fields. */
export function requireMetadata(given: Readonly<Record<string, string | null>>) {
  const read = readUploadMetadata(given);
  if (read.errors !== null) throw new Problem('upload.metadata_invalid', { errors: read.errors });
  return read.value;
}
