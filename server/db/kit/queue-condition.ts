import type { QueueRule } from '../../domain/dealing/queue-rule.ts';

/** Expressions over what is listed, for what a rule asks. */
export interface QueueColumns {
  readonly status: string;
  readonly proposedBy: string;
  /** Count of open errors; for lists whose rules ask for them. */
  readonly errors?: string;
}

/** The condition of a queue, as isInQueue (domain/dealing/queue-rule.ts) asks it, with bound values. */
export function queueCondition(
  { states, proposedBy, errors }: QueueRule,
  columns: QueueColumns,
  me: string,
  bind: (value: unknown) => string,
): string {
  const where: string[] = [];
  if (states) where.push(`${columns.status} = any(${bind(states)}::text[])`);
  if (proposedBy === 'me') where.push(`${columns.proposedBy} = ${bind(me)}::text`);
  if (proposedBy === 'another') where.push(`${columns.proposedBy} is distinct from ${bind(me)}::text`);
  if (errors !== undefined) {
    if (columns.errors === undefined) throw new Error('a queue of what has errors, over a list without them');
    where.push(`${columns.errors} ${errors ? '>' : '='} 0`);
  }
  return where.length === 0 ? 'true' : `(${where.join(' and ')})`;
}
