import { databaseProblem } from '../../db/kit/database-problem.ts';
import { Problem } from '../../domain/problem/problem.ts';

const field = (error: object, name: string): string => {
  const value = (error as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
};

/**
 * What the database refused, as a problem. Somebody else holds the batch or the commune: busy. The rules of steps and
 * four eyes stand in the database too; where only it sees a breach, the answer is the same as if we had. Ground or a number
 * that was taken in the same moment by a promotion elsewhere blocks.
 */
export function reviewProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error;
  const code = field(error, 'code');
  if (code === '55P03' || code === '40P01') return new Problem('service.busy', { cause: error, retryAfter: 2 });
  if (code === '23514' && field(error, 'constraint') === 'dealing_four_eyes') {
    return new Problem('batch.own_proposal', { cause: error });
  }
  if (code === '23505' && field(error, 'constraint') === 'dealing_pkey')
    return new Problem('dealing.id_taken', { cause: error });
  const taken = ['parcel_version_key', 'parcel_version_code_key'].includes(field(error, 'constraint'));
  if (code === 'DB004' || (code === '23505' && taken)) return new Problem('batch.blocked', { cause: error });
  return databaseProblem(error);
}
