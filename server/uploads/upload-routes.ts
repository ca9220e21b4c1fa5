/** The doors of tus. Who may pass is decided before the first byte is read; each door does what tus says or ends as a problem. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.ts';
import { largestUpload } from '../domain/batch/upload.ts';
import * as doors from '../domain/contract/batch/uploads.ts';
import type { Contract } from '../domain/contract/contract.ts';
import { Problem, type ProblemCode } from '../domain/problem/problem.ts';
import { actorOf, admit } from '../plugins/access/admit.ts';
import { isUnlimited } from '../plugins/request/slow-bodies.ts';
import type { QueueImport } from '../registry/batch/queue-import.ts';
import type { QueueScan } from '../registry/document/queue-scan.ts';
import type { Notices } from '../registry/register/notices.ts';
import { closeUpload } from '../registry/upload/close-upload.ts';
import { declareLength, getUpload, requireUploadScope, type UploadRow } from '../registry/upload/get-upload.ts';
import { DEFAULT_ROOM, openUpload, type UploadRoom } from '../registry/upload/open-upload.ts';
import { becameOf, type ReceivedUpload, receiveUpload, removeUploaded } from '../registry/upload/receive-upload.ts';
import { keepWhatCame, reserveRoom } from '../registry/upload/reserve-room.ts';
import { openUploadLocks } from '../registry/upload/upload-locks.ts';
import { keepSwept } from './keep-swept.ts';
import { openSending } from './sending.ts';
import { tusProblem } from './tus-problem.ts';
import {
  createTusServer,
  headersOf,
  requireMetadata,
  saysReceived,
  type TusReply,
  uploadFolder,
} from './tus-server.ts';
import { createLocker } from './upload-locker.ts';

export interface UploadParts {
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  readonly queue: QueueImport;
  readonly queueScan: QueueScan;
  readonly notices: Notices;
  readonly room?: Pick<UploadRoom, 'spareBytes' | 'perPerson'>;
}

/** An upload, and what tus said; null where the upload is received and tus has nothing to say. */
interface Passed {
  readonly upload: UploadRow;
  readonly answer: TusReply | null;
}

const BYTES = 'application/offset+octet-stream';
const VERSION = '1.0.0';

/** Another version is refused with the one there is, before anything is done (tus 1.0, Tus-Resumable). */
function requireVersion(request: FastifyRequest, reply: FastifyReply): void {
  if (request.headers['tus-resumable'] === VERSION) return;
  reply.header('tus-version', VERSION);
  throw new Problem('upload.version_unsupported');
}

/** The bytes are not read here: the handler takes them from the request itself, one chunk at a time. */
function passBytesOn(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(BYTES, (_request, payload, done) => done(null, payload));
}

export async function uploadRoutes(app: FastifyInstance, parts: UploadParts): Promise<void> {
  await app.register(async (scope) => openDoors(scope, parts));
}

function openDoors(app: FastifyInstance, parts: UploadParts): void {
  const { storageDir, personalDataKey, queue, queueScan, notices } = parts;
  const { app: pool } = app.pools;
  const room: UploadRoom = { storageDir, ...(parts.room ?? DEFAULT_ROOM) };
  const locks = openUploadLocks(pool);
  const sending = openSending(pool, notices, (error) =>
    app.log.warn({ cause: String(error) }, 'senders of uploads could not be asked for'),
  );
  const locker = createLocker(locks, notices, sending.cut);
  const unread = notices.read('diaba_upload', { heard: locks.askToRelease });
  const finishing = new Map<string, Promise<ReceivedUpload>>();
  /** Until when uploads live that are being begun. */
  const expiries = new Map<string, Date>();
  const pathOf = (uploadId: string) => join(uploadFolder(storageDir), uploadId);

  /** Once at a time in this process; in others the transaction at its end sees to it. */
  function finish(actor: Actor, uploadId: string): Promise<ReceivedUpload> {
    const running = finishing.get(uploadId);
    if (running) return running;
    const store = { pool, storageDir, personalDataKey, queue, queueScan };
    const started = receiveUpload(store, actor, uploadId, pathOf(uploadId))
      .catch((error: unknown) => {
        throw tusProblem(error);
      })
      .finally(() => finishing.delete(uploadId));
    finishing.set(uploadId, started);
    return started;
  }
  const tus = createTusServer(storageDir, locker, {
    async create(actor, { id, size, metadata, given, withBytes }) {
      const request = { uploadId: id, metadata: requireMetadata(metadata), given, byteLength: size, withBytes };
      expiries.set(id, await openUpload(pool, actor, { ...request, largest: largestUpload(actor) }, room));
    },
    declareLength: (actor, uploadId, byteLength) => declareLength(pool, actor, uploadId, byteLength),
    finish,
  });
  const sweeper = keepSwept(pool, uploadFolder(storageDir), locks, (error) =>
    app.log.warn({ cause: String(error) }, 'expired uploads could not be swept'),
  );
  app.addHook('preClose', async () => {
    // What has arrived stays; the sender goes on with whoever answers next.
    sending.cutAll();
  });
  app.addHook('onClose', async () => {
    unread();
    sending.close();
    await sweeper.stop();
    await Promise.allSettled(finishing.values());
    await locks.close();
  });

  async function pass(request: FastifyRequest, actor: Actor | null, uploadId: string): Promise<TusReply> {
    if (request.body === undefined || request.body === null) return tus.handle(request, actor, uploadId);
    sending.begin(uploadId, request.raw, actor);
    try {
      return await tus.handle(request, actor, uploadId);
    } finally {
      if (actor) await keepWhatCame(pool, actor, uploadId, pathOf(uploadId));
      sending.end(uploadId, request.raw);
    }
  }
  async function say(reply: FastifyReply, uploadId: string, { status, headers }: TusReply): Promise<FastifyReply> {
    // Only here: tus looks at the file once more after it was finished.
    if (saysReceived(headers)) await removeUploaded(pathOf(uploadId));
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
        if (contract.method !== 'OPTIONS') requireVersion(request, reply);
        return handler(request, reply);
      },
    });
  }

  // On every reply, also of those who refuse before a door is reached.
  app.addHook('onSend', async (_request, reply) => {
    reply.header('tus-resumable', VERSION);
  });
  passBytesOn(app);
  for (const contract of [doors.getUploadOptions, doors.getOneUploadOptions])
    open(contract, async (request, reply) => say(reply, 'none', await pass(request, null, 'none')));

  open(doors.postUpload, async (request, reply) => {
    const actor = actorOf(request);
    const uploadId = randomUUID();
    try {
      const { status, headers } = await pass(request, actor, uploadId);
      const expires = expiries.get(uploadId);
      const told = headers['upload-expires'] && expires ? { 'upload-expires': expires.toUTCString() } : {};
      return await say(reply, uploadId, { status, headers: { ...headers, ...told } });
    } catch (error) {
      // Whoever is refused is not told the address: nobody could go on, and its room is for others.
      await closeUpload(pool, actor, uploadId, 'ended');
      await removeUploaded(pathOf(uploadId));
      throw error;
    } finally {
      expiries.delete(uploadId);
    }
  });

  /** As {@link pass} for one that exists; without an answer where it was received, before or in this moment. */
  async function passOne(
    request: FastifyRequest,
    actor: Actor,
    uploadId: string,
    before?: (upload: UploadRow) => Promise<void>,
  ): Promise<Passed> {
    const upload = await getUpload(pool, actor, uploadId);
    if (upload.status === 'received') return { upload, answer: null };
    // Giving it up stays open to her who began it.
    if (request.method !== 'DELETE') requireUploadScope(actor, upload);
    await before?.(upload);
    try {
      return { upload, answer: await pass(request, actor, uploadId) };
    } catch (error) {
      // Where another request received it meanwhile, tus finds no file.
      if (!(error instanceof Problem) || !GONE.includes(error.code)) throw error;
      const now = await getUpload(pool, actor, uploadId);
      if (now.status !== 'received') throw error;
      return { upload: now, answer: null };
    }
  }

  open(doors.headUpload, async (request, reply) => {
    const actor = actorOf(request);
    const uploadId = idOf(request);
    const { upload, answer } = await passOne(request, actor, uploadId);
    if (!answer) return say(reply, uploadId, receivedReply(upload));
    const { 'upload-offset': offset, 'upload-length': length } = answer.headers;
    const whole = length !== undefined && offset === length;
    return say(reply, uploadId, {
      ...answer,
      headers: {
        ...answer.headers,
        'upload-metadata': upload.metadata,
        // Whoever brought the last byte was not told what became of it: whole is said of what is received.
        ...(whole ? headersOf(await finish(actor, uploadId)) : {}),
      },
    });
  });

  open(doors.patchUpload, async (request, reply) => {
    const actor = actorOf(request);
    const uploadId = idOf(request);
    const { answer } = await passOne(request, actor, uploadId, async (upload) => {
      if (request.body === undefined || request.body === null) return;
      const length = upload.byteLength ?? Number(request.headers['upload-length'] ?? Number.NaN);
      await reserveRoom(
        pool,
        actor,
        uploadId,
        Math.min(Number.isSafeInteger(length) ? length : Number.POSITIVE_INFINITY, largestUpload(actor)),
        room,
      );
    });
    if (!answer) throw new Problem('upload.received');
    return say(reply, uploadId, answer);
  });

  open(doors.deleteUpload, async (request, reply) => {
    const actor = actorOf(request);
    const uploadId = idOf(request);
    const { answer } = await passOne(request, actor, uploadId);
    // Received in the same moment: its bytes are in the store, and giving it up comes too late.
    if (!answer || !(await closeUpload(pool, actor, uploadId, 'ended'))) throw new Problem('upload.received');
    return say(reply, uploadId, answer);
  });
}

/** What tus says of a file that was received, and so removed, while it waited its turn. */
const GONE: readonly ProblemCode[] = ['upload.not_found', 'upload.gone'];

function receivedReply(upload: UploadRow): TusReply {
  const { byteLength, metadata } = upload;
  const became = becameOf(upload);
  const bytes = String(byteLength ?? 0);
  return {
    status: 200,
    headers: {
      'upload-offset': bytes,
      'upload-length': bytes,
      'upload-metadata': metadata,
      ...(became ? headersOf(became) : {}),
    },
  };
}
