/** What keeps a command line from doing its work: not the file's fault, exit code 1. Each problem has a stable code. */
import { ConfigError } from '../../server/config.ts';
import { CheckTooLong } from '../../server/db/kit/check-too-long.ts';
import { databaseProblem } from '../../server/db/kit/database-problem.ts';
import { DatabaseUnfit } from '../../server/db/kit/database-unfit.ts';
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { Problem } from '../../server/domain/problem/problem.ts';
import { EmbeddedError } from '../../server/embedded/embedded-error.ts';
import { CommuneUnresolved } from '../../server/registry/search/resolve-commune.ts';
import { cliProblemSentence } from './cli-problem-text.ts';

export const CLI_PROBLEM_CODES = [
  'option.unknown',
  'option.invalid',
  'option.file_missing',
  'option.commune_missing',
  'config.invalid',
  'commune.unknown',
  'commune.several_successors',
  'commune.extent_unknown',
  'file.not_found',
  'file.is_folder',
  'database.unavailable',
  'database.unfit',
  'demo.other_present',
  'storage.full',
  'storage.unwritable',
  'import.behind_later',
  'import.cancelled',
  'import.too_heavy',
  'import.failed',
] as const;
export type CliProblemCode = (typeof CLI_PROBLEM_CODES)[number];

/** Words of the command line and of the machine: option, needs, commune, at, successors, path, reason, present. */
export type CliProblemDetail = Readonly<Record<string, string>>;

/** `message` says it in both languages, a line each: an option can be wrong before the language is known. */
export class CliProblem extends Error {
  readonly code: CliProblemCode;
  readonly detail: CliProblemDetail;
  constructor(code: CliProblemCode, detail: CliProblemDetail = {}, options?: ErrorOptions) {
    super(`${cliProblemSentence(code, 'vi', detail)}\n${cliProblemSentence(code, 'en', detail)}`, options);
    this.name = 'CliProblem';
    this.code = code;
    this.detail = detail;
  }
}

/** An error of any kind as the problem a person can act on; what we cannot place is `import.failed`. */
export function problemOf(error: unknown): CliProblem {
  let cause: unknown = error;
  for (let depth = 0; cause instanceof Error && depth < 5; depth++) {
    const found = placed(cause);
    if (found) return new CliProblem(found[0], found[1], { cause: error });
    cause = cause.cause;
  }
  return new CliProblem('import.failed', reasonOf(error), { cause: error });
}

type Placed = readonly [CliProblemCode, CliProblemDetail];

function placed(error: Error): Placed | undefined {
  if (error instanceof CliProblem) return [error.code, error.detail];
  if (error instanceof CheckTooLong || (error as NodeJS.ErrnoException).code === '57014')
    return ['import.too_heavy', {}];
  if (error instanceof Problem && error.code === 'dealing.blocked') return ['import.behind_later', {}];
  if (error instanceof CommuneUnresolved) return [error.code, error.detail];
  if (error instanceof ConfigError) return ['config.invalid', { reason: error.message }];
  if (error instanceof EmbeddedError) return ['database.unavailable', { reason: error.message }];
  // The way to mend it can be many lines; db:migrate prints them.
  if (error instanceof DatabaseUnfit) return ['database.unfit', { reason: error.summary }];
  if (error instanceof FileRefused && error.code === 'file.not_found') return ['file.not_found', {}];
  return placedBySystem(error) ?? placedByDatabase(error);
}

const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);
const ABSENT = new Set(['ENOENT', 'EISDIR', 'ENAMETOOLONG']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);
/** Calls that are only ever made where we write; `open` is made for both. */
const WRITES = new Set(['access', 'mkdir', 'mkdtemp', 'rename', 'write', 'fsync', 'unlink', 'chmod', 'rmdir']);
/** The store's own temporary names, `scratch/<pid>-<uuid>` and what lies below (server/registry/batch/open-scratch.ts). */
const SCRATCH = /[\\/]scratch[\\/]\d+-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:[\\/]|$)/;

function placedBySystem(error: NodeJS.ErrnoException): Placed | undefined {
  const { code = '', syscall = '', path } = error;
  const where = path === undefined ? {} : { path };
  if (FULL.has(code)) return ['storage.full', where];
  const writing = WRITES.has(syscall) || SCRATCH.test(path ?? '');
  if (writing && (FORBIDDEN.has(code) || ABSENT.has(code))) return ['storage.unwritable', where];
  if (syscall === 'connect' || path === undefined) return undefined;
  return ABSENT.has(code) || FORBIDDEN.has(code) ? ['file.not_found', where] : undefined;
}

/** SQLSTATE 28 (no right to log in) and 3D000 (no such database) are a wrong address as well. */
function placedByDatabase(error: NodeJS.ErrnoException): Placed | undefined {
  const code = error.code ?? '';
  const problem = databaseProblem(error);
  const absent = problem instanceof Problem && problem.code === 'service.unavailable';
  return absent || /^(?:28|3D)/.test(code) ? ['database.unavailable', code === '' ? {} : { reason: code }] : undefined;
}

/** Messages of PostgreSQL and of parsers may quote a value of a record: of those only the code is told. */
function reasonOf(error: unknown): CliProblemDetail {
  if (!(error instanceof Error)) return {};
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return { reason: code };
  return { reason: error.constructor === Error ? error.message : error.name };
}
