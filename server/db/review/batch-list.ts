/** Batches as tables and pages show them, under the row-level security of who asks. */
import { type BatchStatus, batchStates } from '../../domain/batch/batch-state.ts';
import type { ImportKind } from '../../domain/batch/import-kind.ts';
import type { ImportCounts, ImportOptions } from '../../domain/batch/import-report.ts';
import type { Box, StaffMember } from '../../domain/contract/batch/batch-shapes.ts';
import { box } from '../kit/box.ts';
import type { Trx } from '../kit/transaction.ts';
import { staff } from '../staging/staff.ts';
import { FORMER_UNIT } from './batch-order.ts';

export interface BatchRow {
  readonly id: string;
  readonly version: number;
  readonly status: BatchStatus;
  readonly kind: ImportKind;
  readonly sourceName: string;
  readonly sourceSha256: string;
  readonly attempt: number;
  readonly commune: { readonly code: string; readonly name: string } | null;
  readonly formerUnit: { readonly code: string; readonly name: string } | null;
  readonly sheets: string[];
  readonly counts: ImportCounts;
  readonly open: { readonly errors: number; readonly warnings: number; readonly infos: number };
  readonly owner: StaffMember;
  readonly proposedBy: StaffMember | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly options: ImportOptions;
  readonly source: Record<string, unknown> | null;
  readonly report: Record<string, unknown> | null;
  readonly refusal: Record<string, unknown> | null;
  readonly reason: string | null;
  readonly supersededBy: string | null;
  readonly supersedes: string | null;
  readonly proposalDealingId: string | null;
  readonly promotionDealingId: string | null;
  readonly fileBlocked: boolean;
}

/** What a batch holds as it was last counted, or counted now where that was another version of it (a step under way). */
const COLUMNS = `b.batch_id as id, b.version, b.status, b.kind, b.source_name as "sourceName", encode(b.source_sha256, 'hex') as "sourceSha256",
  b.attempt, case when b.commune_code is null then null else json_build_object('code', b.commune_code, 'name', coalesce(u.name, b.commune_code)) end as commune,
  case when ${FORMER_UNIT} then json_build_object('code', b.unit_code, 'name', coalesce(f.name, b.unit_code)) end as "formerUnit",
  n.sheets[1:40] as sheets, json_build_object('read', n.read, 'valid', n.valid, 'warned', n.warned, 'blocked', n.blocked, 'refused', n.refused,
    'ignored', n.ignored) as counts, json_build_object('errors', n.errors, 'warnings', n.warnings, 'infos', n.infos) as open,
  n.file_blocked as "fileBlocked", ${staff('b.created_by')} as owner,
  case when d.proposed_by is null then null else ${staff('d.proposed_by')} end as "proposedBy", b.created_at as "createdAt",
  b.changed_at as "changedAt", b.options, b.source, b.report, b.refusal, b.reason,
  b.superseded_by as "supersededBy", (select o.batch_id from staging.batch o where o.superseded_by = b.batch_id order by o.changed_at desc limit 1) as supersedes,
  b.proposal_dealing_id as "proposalDealingId", b.promotion_dealing_id as "promotionDealingId"`;
const COUNTED = 'read, valid, warned, blocked, refused, ignored, errors, warnings, infos, file_blocked, sheets';
const FROM = `staging.batch b
  left join reference.administrative_unit u on u.code = b.commune_code and u.valid_from = b.commune_valid_from
  left join reference.administrative_unit f on f.code = b.unit_code and f.valid_from = b.unit_valid_from
  left join dealing.dealing d on d.dealing_id = coalesce(b.proposal_dealing_id, b.promotion_dealing_id)
  left join staging.batch_tally t on t.batch_id = b.batch_id and t.version = b.version
  cross join lateral (
    select t.${COUNTED.replaceAll(', ', ', t.')} where t.batch_id is not null
    union all select ${COUNTED} from staging.count_batch(b.batch_id, b.status = any($2::text[])) where t.batch_id is null) n`;

/** Batches by their ids, in the order of these. */
export async function listBatchRows(trx: Trx, ids: readonly string[]): Promise<BatchRow[]> {
  const { rows } = await trx.query<BatchRow>(`select ${COLUMNS} from ${FROM} where b.batch_id = any($1::uuid[])`, [
    ids,
    batchStates('wasRegistered'),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function findBatchRow(trx: Trx, batchId: string): Promise<BatchRow | undefined> {
  const { rows } = await trx.query<BatchRow>(`select ${COLUMNS} from ${FROM} where b.batch_id = $1`, [
    batchId,
    batchStates('wasRegistered'),
  ]);
  return rows[0];
}

/** Around all records that have a place. */
export async function findBatchBox(trx: Trx, batchId: string): Promise<Box | null> {
  const { rows } = await trx.query<{ box: Box | null }>(
    `select ${box('x.g')} as box from (
       select st_setsrid(st_extent(geom)::geometry, min(st_srid(geom))) as g from staging.record where batch_id = $1 and geom is not null) x`,
    [batchId],
  );
  return rows[0]?.box ?? null;
}

/** Whether there is such a batch for who asks. */
export async function isBatchVisible(trx: Trx, batchId: string): Promise<boolean> {
  const { rows } = await trx.query('select from staging.batch where batch_id = $1', [batchId]);
  return rows.length > 0;
}

/** What each column of the source means, as reading found it. */
export async function findColumnRoles(trx: Trx, batchId: string): Promise<Record<string, string>> {
  const { rows } = await trx.query<{ columns: Record<string, string> | null }>(
    `select source -> 'columns' as columns from staging.batch where batch_id = $1`,
    [batchId],
  );
  return rows[0]?.columns ?? {};
}
