import { CheckTooLong } from '../server/db/kit/check-too-long.ts';
import type { WorkErrorCode } from '../server/domain/batch/work-error.ts';
import { FileRefused } from '../server/domain/finding/finding.ts';
import { StoredFileDamaged } from '../server/registry/batch/restore-source-file.ts';
import { CommuneUnresolved } from '../server/registry/search/resolve-commune.ts';
import { ParserFailure } from './parse/run-parser.ts';

/** query_canceled: the time limit of a statement. */
const TOO_LONG = '57014';
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', '53100']);
/** SQLSTATE: five characters; those of a connection that broke come from Node. */
const DATABASE = /^([0-9A-Z]{5}|ECONNREFUSED|ECONNRESET|EPIPE)$/;

/** What stopped a batch, as people are told. */
export function nameWorkError(error: unknown): WorkErrorCode {
  if (error instanceof StoredFileDamaged) return 'work.source_damaged';
  if (error instanceof CommuneUnresolved) return 'work.commune_unresolved';
  if (error instanceof CheckTooLong) return 'work.too_heavy';
  const code = (error as { code?: unknown } | null)?.code;
  if (code === TOO_LONG) return 'work.too_heavy';
  if (typeof code === 'string' && NO_ROOM.has(code)) return 'work.no_room';
  if (error instanceof ParserFailure || error instanceof FileRefused) return 'work.parser_failed';
  if (typeof code === 'string' && DATABASE.test(code)) return 'work.database_failed';
  return error instanceof Error && /Connection terminated/i.test(error.message)
    ? 'work.database_failed'
    : 'work.failed';
}
