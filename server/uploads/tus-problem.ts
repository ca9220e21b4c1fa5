import { ERRORS } from '@tus/server';
import { Problem, type ProblemCode } from '../domain/problem/problem.ts';

/** What tus calls its refusals, as problems of ours. */
const KNOWN: ReadonlyMap<unknown, ProblemCode> = new Map<unknown, ProblemCode>([
  [ERRORS.FILE_NOT_FOUND, 'upload.not_found'],
  [ERRORS.FILE_NO_LONGER_EXISTS, 'upload.gone'],
  [ERRORS.INVALID_OFFSET, 'upload.offset_conflict'],
  [ERRORS.ERR_SIZE_EXCEEDED, 'upload.too_large'],
  [ERRORS.ERR_MAX_SIZE_EXCEEDED, 'upload.too_large'],
  [ERRORS.INVALID_METADATA, 'upload.metadata_invalid'],
  [ERRORS.INVALID_LENGTH, 'upload.request_invalid'],
  [ERRORS.MISSING_OFFSET, 'upload.request_invalid'],
  [ERRORS.INVALID_CONTENT_TYPE, 'media.unsupported'],
  [ERRORS.UNSUPPORTED_CONCATENATION_EXTENSION, 'upload.request_invalid'],
  [ERRORS.ABORTED, 'upload.taken'],
  [ERRORS.ERR_LOCK_TIMEOUT, 'upload.taken'],
  // What was written stays: the disk is full or its folder gone, and the sender goes on from there later.
  [ERRORS.FILE_WRITE_ERROR, 'upload.no_room'],
]);

const RETRY_AFTER: Partial<Record<ProblemCode, number>> = { 'upload.taken': 1, 'upload.no_room': 60 };

/** What the system and PostgreSQL say of a disk that is full, or of somebody's share of it. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', '53100']);
/** More bytes than a request without a length may bring: tus throws an error of its own making for it. */
const isTooLong = (error: unknown) => (error as { status_code?: unknown } | null)?.status_code === 413;
const codeOf = (error: unknown) => String((error as { code?: unknown } | null | undefined)?.code);
/** PostgreSQL's word for it arrives as a problem (service.unavailable) that it caused. */
const isFull = (error: unknown) => NO_ROOM.has(codeOf(error)) || NO_ROOM.has(codeOf((error as Error | null)?.cause));

/** An error of the tus server or of the store behind it as a problem; what it cannot name is given back as it is. */
export function tusProblem(error: unknown): unknown {
  const code =
    KNOWN.get(error) ?? (isFull(error) ? 'upload.no_room' : isTooLong(error) ? 'upload.too_large' : undefined);
  if (code === undefined) return error;
  const retryAfter = RETRY_AFTER[code];
  return new Problem(code, { ...(retryAfter === undefined ? {} : { retryAfter }), cause: error });
}

/** A refusal before any handler of tus saw the request: its status, and the headers it names. */
export function refusalOf(status: number, text: string): Problem {
  if (status === 412) return new Problem('upload.version_unsupported');
  return new Problem(/upload-metadata/i.test(text) ? 'upload.metadata_invalid' : 'upload.request_invalid');
}
