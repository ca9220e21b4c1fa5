/** The doors of tus. Who may pass is decided before the first byte is read; each door does what tus says or ends as a problem. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.ts';
import type { Contract } from '../domain/contract/contract.ts';
import * as doors from '../domain/contract/uploads.ts';
import { Problem, type ProblemCode } from '../domain/problem.ts';
import { largestUpload } from '../domain/upload.ts';
import { actorOf, admit } from '../plugins/admit.ts';
import { isUnlimited } from '../plugins/slow-bodies.ts';
import type { Notices } from '../registry/notices.ts';
import type { QueueImport } from '../registry/queue-import.ts';
import { closeUpload } from '../registry/upload/close-upload.ts';
import { declareLength, getUpload, type UploadRow } from '../registry/upload/get-upload.ts';
import { DEFAULT_ROOM, openUpload, type UploadRoom } from '../registry/upload/open-upload.ts';
import { receiveUpload, removeUploaded } from '../registry/upload/receive-upload.ts';
import { openUploadLocks } from '../registry/upload/upload-locks.ts';
import { keepSwept } from './keep-swept.ts';
import { BATCH_HEADER, createTusServer, requireMetadata, type TusReply, uploadFolder } from './tus-server.ts';
import { createLocker } from './upload-locker.ts';

export interface UploadParts {
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  readonly queue: QueueImport;
  readonly notices: Notices;
  readonly room?: Pick<UploadRoom, 'spareBytes' | 'perPerson'>;
}

const BYTES = 'application/offset+octet-stream';

/** The bytes are not read here: the handler takes them from the request itself, one chunk at a time. */
function passBytesOn(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(BYTES, (_request, payload, done) => done(null, payload));
}

export async function uploadRoutes(app: FastifyInstance, parts: UploadParts): Promise<void> {
  await app.register(async (scope) => openDoors(scope, parts));
}

function openDoors(app: FastifyInstance, parts: UploadParts): void {
  const { storageDir, personalDataKey, queue, notices } = parts;
  const { app: pool } = app.pools;
  const room: UploadRoom = { storageDir, ...(parts.room ?? DEFAULT_ROOM) };
  const locks = openUploadLocks(pool);
  /** Requests that bring bytes now, by upload. */
  const sending = new Map<string, IncomingMessage>();
  const stopAtOnce = (uploadId: string) => void sending.get(uploadId)?.destroy();
  const locker = createLocker(locks, notices, stopAtOnce);
  const unread = notices.read('diaba_upload', { heard: locks.askToRelease });
  const finishing = new Map<string, Promise<string>>();
  const pathOf = (uploadId: string) => join(uploadFolder(storageDir), uploadId);

  /** Once at a time in this process; in others the transaction at its end sees to it. */
  function finish(actor: Actor, uploadId: string): Promise<string> {
    const running = finishing.get(uploadId);
    if (running) return running;
    const store = { pool, storageDir, personalDataKey, queue };
    const started = receiveUpload(store, actor, uploadId, pathOf(uploadId)).finally(() => finishing.delete(uploadId));
    finishing.set(uploadId, started);
    return started;
  }
  const tus = createTusServer(storageDir, locker, {
    async create(actor, { id, size, metadata }) {
      const request = { uploadId: id, metadata: requireMetadata(metadata), byteLength: size };
      await openUpload(pool, actor, { ...request, largest: largestUpload(actor) }, room);
    },
    finish,
  });
  const sweeper = keepSwept(pool, uploadFolder(storageDir), locks, (error) =>
    app.log.warn({ cause: String(error) }, 'expired uploads could not be swept'),
  );
  app.addHook('preClose', async () => {
    // What has arrived stays; the sender goes on with whoever answers next.
    for (const raw of sending.values()) raw.destroy();
  });
  app.addHook('onClose', async () => {
    unread();
    await sweeper.stop();
    await Promise.allSettled(finishing.values());
    await locks.close();
  });

  async function pass(request: FastifyRequest, actor: Actor | null, uploadId: string): Promise<TusReply> {
    if (request.body === undefined || request.body === null) return tus.handle(request, actor, uploadId);
    sending.set(uploadId, request.raw);
    try {
      return await tus.handle(request, actor, uploadId);
    } finally {
      if (sending.get(uploadId) === request.raw) sending.delete(uploadId);
    }
  }
  async function say(reply: FastifyReply, uploadId: string, { status, headers }: TusReply): Promise<FastifyReply> {
    // Only here: tus looks at the file once more after it was finished.
    if (headers[BATCH_HEADER] !== undefined) await removeUploaded(pathOf(uploadId));
    return reply
      .code(status)
      .headers({ ...headers })
      .send();
  }
  const idOf = (request: FastifyRequest) => (request.params as { id: string }).id.toLowerCase();

  function open(contract: Contract, handler: (request: FastifyRequest, reply: FastifyReply) => unknown): void {
    app.route({
      method: contract.method,
      url: contract.path,
      ...admit(contract),
      config: isUnlimited,
      schema: { params: contract.params, querystring: contract.query },
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return handler(request, reply);
      },
    });
  }

  // On every reply, refusals too.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('tus-resumable', '1.0.0');
  });
  passBytesOn(app);
  for (const contract of [doors.getUploadOptions, doors.getOneUploadOptions])
    open(contract, async (request, reply) => say(reply, 'none', await pass(request, null, 'none')));

  open(doors.postUpload, async (request, reply) => {
    const uploadId = randomUUID();
    return say(reply, uploadId, await pass(request, actorOf(request), uploadId));
  });

  /** As {@link pass} for one that exists. Where another request received it meanwhile, tus finds no file: then the upload. */
  async function passOne(request: FastifyRequest, actor: Actor, uploadId: string): Promise<TusReply | UploadRow> {
    const upload = await getUpload(pool, actor, uploadId);
    if (upload.status === 'received') return upload;
    try {
      return await pass(request, actor, uploadId);
    } catch (error) {
      if (!(error instanceof Problem) || !GONE.includes(error.code)) throw error;
      const now = await getUpload(pool, actor, uploadId);
      if (now.status !== 'received') throw error;
      return now;
    }
  }

  open(doors.headUpload, async (request, reply) => {
    const actor = actorOf(request);
    const uploadId = idOf(request);
    const answer = await passOne(request, actor, uploadId);
    if (isReceived(answer)) return say(reply, uploadId, receivedReply(answer));
    const { 'upload-offset': offset, 'upload-length': length } = answer.headers;
    if (length === undefined || offset !== length) return say(reply, uploadId, answer);
    // All bytes are there, and whoever brought the last one was not told what became of it: whole is said of what is received.
    return say(reply, uploadId, {
      ...answer,
      headers: { ...answer.headers, [BATCH_HEADER]: await finish(actor, uploadId) },
    });
  });

  open(doors.patchUpload, async (request, reply) => {
    const actor = actorOf(request);
    const uploadId = idOf(request);
    const upload = await getUpload(pool, actor, uploadId);
    if (upload.status === 'received') throw new Problem('upload.received');
    const declared = request.headers['upload-length'];
    if (upload.byteLength === null && typeof declared === 'string' && /^\d{1,15}$/.test(declared)) {
      if (Number(declared) > largestUpload(actor)) throw new Problem('upload.too_large');
      await declareLength(pool, actor, uploadId, Number(declared));
    }
    const answer = await passOne(request, actor, uploadId);
    if (isReceived(answer)) throw new Problem('upload.received');
    return say(reply, uploadId, answer);
  });

  open(doors.deleteUpload, async (request, reply) => {
    const actor = actorOf(request);
    const uploadId = idOf(request);
    const answer = await passOne(request, actor, uploadId);
    // Received in the same moment: its bytes are in the store, and giving it up comes too late.
    if (isReceived(answer) || !(await closeUpload(pool, actor, uploadId, 'ended')))
      throw new Problem('upload.received');
    return say(reply, uploadId, answer);
  });
}

/** What tus says of a file that was received, and so removed, while it waited its turn. */
const GONE: readonly ProblemCode[] = ['upload.not_found', 'upload.gone'];
const isReceived = (answer: TusReply | UploadRow): answer is UploadRow => 'uploadId' in answer;

function receivedReply({ byteLength, batchId }: { byteLength: number | null; batchId: string | null }): TusReply {
  const bytes = String(byteLength ?? 0);
  return {
    status: 200,
    headers: { 'upload-offset': bytes, 'upload-length': bytes, [BATCH_HEADER]: batchId ?? '' },
  };
}
