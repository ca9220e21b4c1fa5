import { databaseProblem } from '../../db/kit/database-problem.ts';
import { Problem } from '../../domain/problem/problem.ts';

const field = (error: object, name: string): string => {
  const value = (error as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
};

/** Names under which the database says that ground, a number or a code was taken by somebody else in the same moment. */
const TAKEN = ['parcel_version_key', 'parcel_version_code_key', 'parcel_version_pkey', 'parcel_version_no_overlap'];

/**
 * What the database refused, as a problem. Somebody else holds the dealing or the commune: busy. Four eyes stand in the
 * database too: where only it sees a breach, the answer is the same as if we had.
 */
export function dealingProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error;
  const [code, constraint] = [field(error, 'code'), field(error, 'constraint')];
  if (code === '55P03' || code === '40P01') return new Problem('service.busy', { cause: error, retryAfter: 2 });
  if (code === '23514' && constraint === 'dealing_four_eyes') return new Problem('dealing.own', { cause: error });
  if (code === '23505' && constraint === 'dealing_pkey') return new Problem('dealing.id_taken', { cause: error });
  if (code === 'DB004' || (code === '23505' && TAKEN.includes(constraint)))
    return new Problem('dealing.blocked', { cause: error });
  return databaseProblem(error);
}
