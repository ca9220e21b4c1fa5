/** Batches as tables and pages show them, under the row-level security of who asks. */
import type { BatchStatus } from '../domain/batch.ts';
import type { Box, StaffMember } from '../domain/contract/batch-shapes.ts';
import type { ImportCounts, ImportOptions } from '../domain/import-report.ts';
import type { Trx } from './transaction.ts';

export interface BatchRow {
  readonly id: string;
  readonly version: number;
  readonly status: BatchStatus;
  readonly kind: 'parcels' | 'commune-boundary';
  readonly sourceName: string;
  readonly sourceSha256: string;
  readonly attempt: number;
  readonly commune: { readonly code: string; readonly name: string } | null;
  readonly sheets: string[];
  readonly counts: ImportCounts;
  readonly open: { readonly errors: number; readonly warnings: number; readonly infos: number };
  readonly owner: StaffMember;
  readonly proposedBy: StaffMember | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Creation to the microsecond, for the place in the list. */
  readonly createdKey: string;
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

/** A member of staff as JSON; the name is known only of those who acted. */
export const staff = (actor: string) =>
  `json_build_object('id', ${actor}, 'name', (select w.name from staging.staff w where w.actor = ${actor}))`;

/** Records by primary key of the batch, findings by finding_batch_idx. */
const COLUMNS = `b.batch_id as id, b.version, b.status, b.kind, b.source_name as "sourceName", encode(b.source_sha256, 'hex') as "sourceSha256",
  b.attempt, case when b.commune_code is null then null else json_build_object('code', b.commune_code, 'name', coalesce(u.name, b.commune_code)) end as commune,
  coalesce(r.sheets, '{}') as sheets, r.counts, f.open, f.file_blocked as "fileBlocked", ${staff('b.created_by')} as owner,
  case when d.proposed_by is null then null else ${staff('d.proposed_by')} end as "proposedBy", b.created_at as "createdAt",
  b.changed_at as "changedAt", b.created_at::text as "createdKey", b.options, b.source, b.report, b.refusal, b.reason,
  b.superseded_by as "supersededBy", (select o.batch_id from staging.batch o where o.superseded_by = b.batch_id order by o.changed_at desc limit 1) as supersedes,
  b.proposal_dealing_id as "proposalDealingId", b.promotion_dealing_id as "promotionDealingId"`;
const FROM = `staging.batch b
  left join reference.administrative_unit u on u.code = b.commune_code and u.valid_from = b.commune_valid_from
  left join dealing.dealing d on d.dealing_id = coalesce(b.proposal_dealing_id, b.promotion_dealing_id)
  cross join lateral (
    select json_build_object('read', count(*), 'valid', count(*) filter (where r.status = 'valid'), 'warned', count(*) filter (where r.status = 'warned'),
        'blocked', count(*) filter (where r.status = 'blocked'), 'refused', count(*) filter (where r.status = 'refused'),
        'ignored', count(*) filter (where r.status = 'ignored')) as counts,
      (array_agg(distinct r.sheet_no) filter (where r.sheet_no is not null))[1:40] as sheets
    from staging.record r where r.batch_id = b.batch_id) r
  cross join lateral (
    select json_build_object('errors', count(*) filter (where f.severity in ('error', 'refuse')), 'warnings', count(*) filter (where f.severity = 'warning'),
        'infos', count(*) filter (where f.severity = 'info')) as open,
      coalesce(bool_or(f.record_no is null and f.severity in ('error', 'refuse')), false) as file_blocked
    from staging.finding f left join staging.record o using (batch_id, record_no)
    where f.batch_id = b.batch_id and f.settled_by is null and (f.record_no is null or o.status <> 'ignored')) f`;

export interface BatchFilter {
  readonly state?: BatchStatus | undefined;
  /** Codes of the commune the land belongs to today. */
  readonly commune?: string | undefined;
  /** Who brought it in or proposed it. */
  readonly of?: string | undefined;
  readonly words?: string | undefined;
  readonly after?: { readonly createdKey: string; readonly id: string } | undefined;
}

/** Up to `limit` batches, newest first (batch_created_idx). */
export async function listBatchRows(trx: Trx, filter: BatchFilter, limit: number): Promise<BatchRow[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = ['true'];
  if (filter.state !== undefined) where.push(`b.status = ${bind(filter.state)}`);
  if (filter.commune !== undefined) where.push(`b.commune_code = ${bind(filter.commune)}::char(5)`);
  if (filter.of !== undefined) {
    const of = bind(filter.of);
    where.push(`(b.created_by = ${of} or d.proposed_by = ${of})`);
  }
  if (filter.words !== undefined) {
    const words = bind(filter.words);
    const like = `'%' || unaccent(lower(replace(replace(replace(${words}, '\\', '\\\\'), '%', '\\%'), '_', '\\_'))) || '%'`;
    where.push(`(unaccent(lower(b.source_name)) like ${like} or unaccent(lower(coalesce(u.name, ''))) like ${like} or b.commune_code = ${words}
      or exists (select from staging.record s where s.batch_id = b.batch_id and s.sheet_no = ${words}))`);
  }
  if (filter.after) {
    where.push(
      `(b.created_at, b.batch_id) < (${bind(filter.after.createdKey)}::timestamptz, ${bind(filter.after.id)}::uuid)`,
    );
  }
  const { rows } = await trx.query<BatchRow>(
    `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by b.created_at desc, b.batch_id desc limit ${bind(limit)}`,
    values,
  );
  return rows;
}

export async function findBatchRow(trx: Trx, batchId: string): Promise<BatchRow | undefined> {
  const { rows } = await trx.query<BatchRow>(`select ${COLUMNS} from ${FROM} where b.batch_id = $1`, [batchId]);
  return rows[0];
}

/** A box in degrees as text of a JSON list, from an expression that gives a geometry or null. */
export const box = (extent: string) =>
  `(select case when e.g is null then null else json_build_array(round(st_xmin(e.g)::numeric, 7), round(st_ymin(e.g)::numeric, 7),
     round(st_xmax(e.g)::numeric, 7), round(st_ymax(e.g)::numeric, 7)) end from (select st_transform(${extent}, 4326) as g) e)`;

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
