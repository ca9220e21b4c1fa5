import { databaseProblem } from '../../db/kit/database-problem.ts';
import { Problem } from '../../domain/problem/problem.ts';

/** 55P03: somebody held it for longer than one waits. 40P01: each waited for what the other held. */
const HELD = new Set<unknown>(['55P03', '40P01']);

/** What the database refused somebody of staff, as a problem: what a colleague holds for a moment is asked for again soon. */
export function staffProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error;
  if ('code' in error && HELD.has(error.code)) return new Problem('service.busy', { cause: error, retryAfter: 2 });
  return databaseProblem(error);
}
