/**
 * Uploads (tus 1.0 with creation, creation-with-upload, creation-defer-length, termination, expiration) and how the
 * batches they become come along. There is no GET of an upload: what was sent cannot be had through this door.
 */
import Type from 'typebox';
import { BatchProgress } from '../../batch/batch-progress.ts';
import { BATCH_READERS } from '../../batch/batch-step.ts';
import { UPLOAD_ROLES } from '../../batch/upload.ts';
import { defineContract } from '../contract.ts';
import { BatchId } from './batch-shapes.ts';

const right = { roles: UPLOAD_ROLES, scope: 'commune' } as const;
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
/** Tus answers with headers; there is nothing to read in the body. */
const nothing = Type.String({ maxLength: 0 });
const text = (description: string) => Type.String({ description });
const Version = Type.Literal('1.0.0', { description: 'Version of the protocol' });
const Length = text('Length of the file in bytes');
const Expires = text(
  'When it is dropped unless it is whole by then (HTTP date): an hour after it was begun while nothing was sent, else 72 hours',
);
const Batch = text('Batch that the file became, once the last byte is there');
const Scan = text('Scan of the archive that the file became, where its kind is scan (GET /api/documents?scanId=)');
const Found = text('State of that batch, where the same bytes with the same options had become it before');

const common = { tag: 'uploads', reply: nothing, media: '', maxAge: null } as const;
const ofOne = { ...common, right, params: Params } as const;
const BYTES = 'application/offset+octet-stream';

/** Ends of a request that may bring the last byte. */
const RECEIVING = ['upload.digest_mismatch', 'upload.too_large', 'upload.no_room', 'upload.taken'] as const;

export const postUpload = defineContract({
  ...common,
  id: 'postUpload',
  method: 'POST',
  path: '/uploads',
  right,
  status: 201,
  summary: 'Begins an upload, with its first bytes or without; answers with its address',
  headers: Type.Object({
    'Tus-Resumable': Version,
    'Upload-Length': Type.Optional(Length),
    'Upload-Defer-Length': Type.Optional(text('1 where the length is not known yet')),
    'Upload-Metadata': text(
      'Pairs of key and base64 value: filename (required), commune (five digits, required for parcels and scans), sheet, scale, at (YYYY-MM-DD), ' +
        'kind (parcels, commune-boundary, layer, scan), encoding, srid, profile, sha256 (hexadecimal) of the whole file, which is compared when it is whole, and again (true: where these bytes ' +
        'with these options are a batch that was refused, rejected or taken back, they become a further one); of a layer its layer (code), title, titleEn, theme, source, licence, date and audience (public, staff); filetype, name, type and relativePath are ignored',
    ),
  }),
  replyHeaders: Type.Object({
    Location: text('Address of the upload'),
    'Upload-Offset': Type.Optional(text('Bytes received with this request')),
    'Upload-Expires': Type.Optional(Expires),
    'Diaba-Batch': Type.Optional(Batch),
    'Diaba-Batch-Found': Type.Optional(Found),
    'Diaba-Scan': Type.Optional(Scan),
  }),
  binaryBody: BYTES,
  problems: [
    'upload.metadata_invalid',
    'upload.request_invalid',
    'upload.version_unsupported',
    'upload.quota_exceeded',
    ...RECEIVING,
  ],
});

export const headUpload = defineContract({
  ...ofOne,
  id: 'headUpload',
  method: 'HEAD',
  path: '/uploads/:id',
  summary: 'How much of an upload is there, for going on',
  headers: Type.Object({ 'Tus-Resumable': Version }),
  replyHeaders: Type.Object({
    'Upload-Offset': text('Bytes that are there'),
    'Upload-Length': Type.Optional(Length),
    'Upload-Defer-Length': Type.Optional(text('1 while the length is not known')),
    'Upload-Metadata': Type.Optional(text('As it was given')),
    'Diaba-Batch': Type.Optional(Batch),
    'Diaba-Batch-Found': Type.Optional(Found),
    'Diaba-Scan': Type.Optional(Scan),
  }),
  problems: ['upload.not_found', 'upload.gone', 'upload.version_unsupported', ...RECEIVING],
});

export const patchUpload = defineContract({
  ...ofOne,
  id: 'patchUpload',
  method: 'PATCH',
  path: '/uploads/:id',
  status: 204,
  summary:
    'Sends bytes from an offset on. The reply to the last byte comes when the file is on the disk and queued as a batch',
  headers: Type.Object({
    'Tus-Resumable': Version,
    'Upload-Offset': text('Must be the bytes that are there'),
    'Upload-Length': Type.Optional(Length),
  }),
  replyHeaders: Type.Object({
    'Upload-Offset': text('Bytes that are there now'),
    'Upload-Expires': Type.Optional(Expires),
    'Diaba-Batch': Type.Optional(Batch),
    'Diaba-Batch-Found': Type.Optional(Found),
    'Diaba-Scan': Type.Optional(Scan),
  }),
  binaryBody: BYTES,
  problems: [
    'upload.not_found',
    'upload.gone',
    'upload.quota_exceeded',
    'upload.received',
    'upload.offset_conflict',
    'upload.request_invalid',
    'upload.version_unsupported',
    ...RECEIVING,
  ],
});

export const deleteUpload = defineContract({
  ...ofOne,
  id: 'deleteUpload',
  method: 'DELETE',
  path: '/uploads/:id',
  status: 204,
  summary: 'Gives up an upload that is not whole; its bytes are removed',
  headers: Type.Object({ 'Tus-Resumable': Version }),
  problems: ['upload.not_found', 'upload.gone', 'upload.received', 'upload.taken', 'upload.version_unsupported'],
});

const options = {
  ...common,
  method: 'OPTIONS',
  status: 204,
  summary: 'What this server speaks of the protocol',
  replyHeaders: Type.Object({
    'Tus-Version': text('1.0.0'),
    'Tus-Extension': text('Extensions, joined by commas'),
    'Tus-Max-Size': text('Bytes of the largest file that anybody may send; by role it may be less (413)'),
  }),
} as const;
export const getUploadOptions = defineContract({ ...options, id: 'getUploadOptions', path: '/uploads' });
export const getOneUploadOptions = defineContract({
  ...options,
  id: 'getOneUploadOptions',
  path: '/uploads/:id',
  params: Params,
});

/** An id in a list: what PostgreSQL takes for one, so that no other text comes as far as a statement. */
const UUID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

const events = {
  tag: 'batches',
  right: { roles: BATCH_READERS, scope: 'commune' },
  reply: Type.String({
    description:
      'Server-sent events. "batch": the whole state of one batch as JSON (schema BatchProgress), first of each batch asked for, then whenever it moves; ' +
      '"register": a dealing moved in a commune of the reader, {dealingId, commune, status, parcelIds}, or null where something may have been missed; ' +
      '"ended": the session is over. Comments keep the connection alive. After a break the stream begins with the full state again',
  }),
  media: 'text/event-stream',
  maxAge: null,
  problems: ['batch.not_found', 'service.busy'],
} as const;

export const watchBatches = defineContract({
  ...events,
  id: 'watchBatches',
  path: '/api/batches/events',
  summary: 'How batches come along and what becomes of dealings, live',
  query: Type.Object(
    {
      ids: Type.Optional(
        Type.String({
          pattern: `^${UUID}(,${UUID}){0,199}$`,
          description: 'Ids of batches, at most 200, joined by commas; none for news of the register alone',
        }),
      ),
    },
    { additionalProperties: false },
  ),
});

export const watchBatch = defineContract({
  ...events,
  id: 'watchBatch',
  path: '/api/batches/:id/events',
  summary: 'How one batch comes along, live',
  params: Type.Object({ id: BatchId }, { additionalProperties: false }),
});

export const getBatchProgress = defineContract({
  id: 'getBatchProgress',
  tag: 'batches',
  path: '/api/batches/:id/progress',
  right: events.right,
  summary: 'How far a batch is now, for those who do not listen',
  params: Type.Object({ id: BatchId }, { additionalProperties: false }),
  reply: BatchProgress,
  maxAge: null,
  problems: ['batch.not_found'],
});

export const retryBatch = defineContract({
  id: 'retryBatch',
  method: 'POST',
  tag: 'batches',
  path: '/api/batches/:id/retry',
  right,
  summary: 'Queues a batch again that was tried too often; one that waits already, waits on',
  params: Type.Object({ id: BatchId }, { additionalProperties: false }),
  reply: BatchProgress,
  maxAge: null,
  problems: ['batch.not_found', 'batch.step_refused'],
});
