import { Problem } from '../../domain/problem/problem.ts';

/** A paper is of one commune: its office issues it, and who may see it is decided by it. */
export function requireOneCommune(codes: readonly string[]): void {
  if (new Set(codes).size !== 1) throw new Problem('paper.request_unfit');
}
