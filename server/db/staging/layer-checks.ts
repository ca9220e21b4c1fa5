import type { Trx } from '../kit/transaction.ts';
import type { Verdicts } from './staging-rows.ts';

/** Makes areas that cross themselves valid; the file's own shape stays in geom_legal. What is nothing afterwards is refused. */
export async function repairLayer(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  await trx.query(
    `insert into staging.finding (batch_id, record_no, code, severity, detail)
     select $1, fixed.record_no, code, $2::jsonb ->> code,
       jsonb_build_object('at', left(fixed.invalid_reason, 120), 'beforeM2', round(fixed.before_m2, 2), 'afterM2', round(fixed.after_m2, 2))
     from staging.repair_boundaries($1) fixed
     cross join lateral (select case when fixed.repaired then 'layer.repaired' else 'layer.invalid' end as code) judged`,
    [batchId, JSON.stringify(verdicts)],
  );
}
