import type pg from 'pg';
import { findPromotion } from '../../db/promotion/promotion.ts';
import { findBatchRow } from '../../db/review/batch-list.ts';
import { findSaidColumns } from '../../db/review/said-columns.ts';
import { listFindings } from '../../db/staging/batch-report.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ImportReport } from '../../domain/batch/import-report.ts';
import type { BatchReport } from '../../domain/contract/batch/batch-shapes.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';
import { columnsOf } from './columns-of.ts';
import { stepsOf } from './describe-batch.ts';

/** The report the import made, with what the review has changed since: state, counts, findings, promotion. */
export function getBatchReport(pool: pg.Pool, actor: Actor, batchId: string): Promise<BatchReport> {
  return asStaff(pool, actor, async (trx) => {
    const row = await findBatchRow(trx, batchId);
    if (!row) throw new Problem('batch.not_found');
    const report = row.report as ImportReport | null;
    if (!report) throw new Problem('batch.step_refused', { state: row.status, allowed: stepsOf(row, actor) });
    // Nothing of a refused file was staged; its report counts what it claimed to hold.
    const staged = row.counts.read > 0;
    const promotion =
      row.promotionDealingId === null ? report.promotion : ((await findPromotion(trx, row.promotionDealingId)) ?? null);
    return {
      ...report,
      status: row.status,
      counts: staged ? row.counts : report.counts,
      findings: await listFindings(trx, batchId),
      promotion,
      saidBefore: await findSaidColumns(trx, batchId, columnsOf(report)),
    };
  });
}
