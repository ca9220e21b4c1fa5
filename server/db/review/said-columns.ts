/** What officers said of columns, kept with the batches that were read so. */
import { batchStates } from '../../domain/batch/batch-state.ts';
import type { SaidColumns } from '../../domain/contract/batch/batch-shapes.ts';
import type { Trx } from '../kit/transaction.ts';
import { staff } from '../staging/staff.ts';

/** What was last said of a table with the same columns, in the communes one acts in; null where nothing was. */
export async function findSaidColumns(
  trx: Trx,
  batchId: string,
  columnNames: readonly string[],
): Promise<SaidColumns | null> {
  const { rows } = await trx.query<SaidColumns>(
    `select b.batch_id as "batchId", b.source_name as "sourceName", ${staff('b.created_by')} as by, b.options -> 'columns' as columns
     from staging.batch b
     where b.options -> 'columns' <> '{}' and b.batch_id <> $1 and b.status <> all($3)
       and (select array_agg(k order by k collate "C") from (
         select jsonb_object_keys(b.report -> 'columns') as k
         union select o ->> 'name' from jsonb_array_elements(coalesce(b.report -> 'otherColumns', '[]')) o) names) = $2::text[]
     order by b.created_at desc limit 1`,
    [batchId, [...columnNames].sort(), [...batchStates('unread'), ...batchStates('over')]],
  );
  return rows[0] ?? null;
}
