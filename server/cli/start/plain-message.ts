import { BackupError } from '../../backup/backup-error.ts';
import { ConfigError } from '../../config.ts';
import { databaseProblem } from '../../db/kit/database-problem.ts';
import { DatabaseUnfit } from '../../db/kit/database-unfit.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { EmbeddedError } from '../../embedded/embedded-error.ts';

/** SQLSTATE classes of a login that is refused (28) and a database that does not exist (3D). */
const REFUSED = /^(?:28|3D)/;

/**
 * What an operator can act on, in a sentence; null for a fault of ours, which keeps its stack. Deeper causes count: a
 * migration that fails because the database went away says so.
 */
export function plainMessage(error: unknown): string | null {
  let shown: string | null = null;
  let cause: unknown = error;
  for (let depth = 0; cause instanceof Error && depth < 5; depth++) {
    if (cause instanceof ConfigError || cause instanceof EmbeddedError || cause instanceof BackupError)
      return cause.message;
    const reason = unavailableReason(cause);
    if (reason !== null) {
      return `The database is not available (${reason}). Check that it runs, and the addresses in DATABASE_URL and the three beside it.`;
    }
    if (cause instanceof DatabaseUnfit) shown = cause.message;
    cause = cause.cause;
  }
  return shown;
}

function unavailableReason(error: Error & { code?: unknown; address?: unknown; port?: unknown }): string | null {
  const problem = databaseProblem(error);
  const absent = problem instanceof Problem && problem.code === 'service.unavailable';
  const code = typeof error.code === 'string' ? error.code : '';
  if (!absent && !REFUSED.test(code)) return null;
  // Of what PostgreSQL says before anything is read, only the login and the database are quoted.
  return error.message || code;
}

/** Ends a command with its error: a line for what an operator can act on, else everything there is to report. */
export function failPlainly(error: unknown): void {
  console.error(plainMessage(error) ?? error);
  process.exitCode = 1;
}
