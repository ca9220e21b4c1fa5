import { Problem } from '../../../domain/problem/problem.ts';
import { staffProblem } from '../../kit/staff-problem.ts';

/** What batches and dealings each call a step that cannot be taken. */
export interface StepCodes {
  /** Four eyes: it is one's own. */
  readonly own: 'batch.own_proposal' | 'dealing.own';
  /** Not in this state, or not with this role. */
  readonly refused: 'batch.step_refused' | 'dealing.step_refused';
  /** Ground, a number or a code is somebody else's. */
  readonly blocked: 'batch.blocked' | 'dealing.blocked';
}

const field = (error: object, name: string): string => {
  const value = (error as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
};

/** Names under which the database says that ground, a number or a code was taken by somebody else in the same moment. */
const TAKEN = ['parcel_version_key', 'parcel_version_code_key', 'parcel_version_pkey', 'parcel_version_no_overlap'];

/**
 * What the database refused of a step, as a problem. The rules of four eyes stand in the database too; where only it sees a
 * breach, the answer is the same as if we had.
 */
export function stepProblem(error: unknown, { own, blocked }: StepCodes): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error;
  const [code, constraint] = [field(error, 'code'), field(error, 'constraint')];
  if (code === '23514' && constraint === 'dealing_four_eyes') return new Problem(own, { cause: error });
  if (code === '23505' && constraint === 'dealing_pkey') return new Problem('dealing.id_taken', { cause: error });
  if (code === 'DB004' || (code === '23505' && TAKEN.includes(constraint)))
    return new Problem(blocked, { cause: error });
  return staffProblem(error);
}
