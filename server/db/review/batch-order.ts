/** By what lists of batches are ordered and narrowed. What is in a batch is read from its tally, never counted here. */
import type { BATCH_SORTS } from '../../domain/batch/batch-list-order.ts';
import { BATCH_QUEUE_RULES, type BatchQueue } from '../../domain/batch/batch-queue.ts';
import { BATCH_STATUSES, type BatchStatus } from '../../domain/batch/batch-state.ts';
import { has, type ListSource, natural, type SortKey } from '../kit/ordered-list.ts';
import { type QueueColumns, queueCondition } from '../kit/queue-condition.ts';

export type BatchSort = (typeof BATCH_SORTS)[number];

export interface BatchFilter {
  readonly state?: BatchStatus | undefined;
  /** Codes of the commune the land belongs to today. */
  readonly commune?: string | undefined;
  readonly sheet?: string | undefined;
  /** Who brought it in. */
  readonly owner?: string | undefined;
  /** Who brought it in or proposed it. */
  readonly of?: string | undefined;
  readonly words?: string | undefined;
  readonly queue?: BatchQueue | undefined;
  /** Whose queues these are. */
  readonly me: string;
}

/** Whether the unit that numbered the sheets is not the commune of today: units that were merged have the same numbers. */
export const FORMER_UNIT = '(b.unit_code, b.unit_valid_from) is distinct from (b.commune_code, b.commune_valid_from)';

/** Its name on {@link BATCHES}, null where there is none. */
export const FORMER_NAME = `case when ${FORMER_UNIT} then f.name end`;

const named = (actor: string) => `left join staging.staff k on k.actor = ${actor}`;
const tally = (column: string): SortKey => ({ sql: `coalesce(t.${column}, 0)`, form: 'number' });

export const BATCH_KEYS: Readonly<Record<BatchSort, SortKey>> = {
  created: { sql: 'b.created_at', form: 'instant', never: 'null' },
  changed: { sql: 'b.changed_at', form: 'instant', never: 'null' },
  title: {
    sql: natural(`concat_ws(', ', coalesce(u.name, b.source_name), t.sheets[1], ${FORMER_NAME})`),
    form: 'text',
  },
  status: {
    sql: `array_position(array[${BATCH_STATUSES.map((status) => `'${status}'`).join(', ')}], b.status)`,
    form: 'number',
  },
  errors: tally('errors'),
  warnings: tally('warnings'),
  records: tally('read'),
  blocked: tally('blocked'),
  refused: tally('refused'),
  ignored: tally('ignored'),
  owner: { sql: natural('coalesce(k.name, b.created_by)'), form: 'text', join: named('b.created_by') },
  proposedBy: { sql: natural('coalesce(k.name, d.proposed_by)'), form: 'text', join: named('d.proposed_by') },
  file: { sql: natural('b.source_name'), form: 'text' },
};

/** Batches with the tables that filters and orders read. */
export const BATCHES = `staging.batch b left join staging.batch_tally t on t.batch_id = b.batch_id
  left join reference.administrative_unit u on u.code = b.commune_code and u.valid_from = b.commune_valid_from
  left join reference.administrative_unit f on f.code = b.unit_code and f.valid_from = b.unit_valid_from
  left join dealing.dealing d on d.dealing_id = coalesce(b.proposal_dealing_id, b.promotion_dealing_id)`;

const IN_QUEUE: QueueColumns = { status: 'b.status', proposedBy: 'd.proposed_by', errors: 'coalesce(t.errors, 0)' };

/** The condition of a queue on {@link BATCHES}, as somebody has it. */
export const inQueue = (queue: BatchQueue, me: string, bind: (value: unknown) => string): string =>
  queueCondition(BATCH_QUEUE_RULES[queue], IN_QUEUE, me, bind);

/** Conditions of a filter on {@link BATCHES}. */
export function batchConditions(filter: BatchFilter, bind: (value: unknown) => string): string[] {
  const where: string[] = ['true'];
  if (filter.state !== undefined) where.push(`b.status = ${bind(filter.state)}`);
  if (filter.commune !== undefined) where.push(`b.commune_code = ${bind(filter.commune)}::char(5)`);
  if (filter.sheet !== undefined) where.push(`${bind(filter.sheet)}::text = any(t.sheets)`);
  if (filter.owner !== undefined) where.push(`b.created_by = ${bind(filter.owner)}`);
  if (filter.of !== undefined) {
    const of = bind(filter.of);
    where.push(`(b.created_by = ${of} or d.proposed_by = ${of})`);
  }
  if (filter.words !== undefined) {
    const words = bind(filter.words);
    where.push(
      `(${has('b.source_name', words)} or ${has(`coalesce(u.name, '')`, words)} or ${has(`coalesce(${FORMER_NAME}, '')`, words)} or b.commune_code = ${words}::text or ${words}::text = any(t.sheets))`,
    );
  }
  if (filter.queue !== undefined) where.push(inQueue(filter.queue, filter.me, bind));
  return where;
}

/** Batches of the communes one acts in. Newest first is an index (batch_created_idx); any other order reads each row once. */
export function batchList(filter: BatchFilter, sort: BatchSort, descending: boolean): ListSource {
  const values: unknown[] = [];
  const where = batchConditions(filter, (value) => `$${values.push(value)}`);
  const key = BATCH_KEYS[sort];
  return {
    from: `${BATCHES} ${key.join ?? ''}`,
    where,
    values,
    id: { sql: 'b.batch_id', type: 'uuid' },
    key,
    descending,
  };
}
