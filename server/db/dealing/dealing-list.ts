/** Dealings as lists and pages show them, under the row-level security of who asks. */
import type { StaffMember } from '../../domain/contract/batch/batch-shapes.ts';
import type { DealingKind } from '../../domain/dealing/dealing-kind.ts';
import { DEALING_QUEUE_RULES, type DealingQueue } from '../../domain/dealing/dealing-queue.ts';
import type { DealingStatus } from '../../domain/dealing/dealing-state.ts';
import { prepared } from '../kit/prepared.ts';
import { type QueueColumns, queueCondition } from '../kit/queue-condition.ts';
import type { Trx } from '../kit/transaction.ts';
import { staff } from '../staging/staff.ts';
import { FILE_OF, type FileMember } from './file/members.ts';

export interface DealingRow {
  readonly dealingId: string;
  readonly kind: DealingKind;
  readonly status: DealingStatus;
  readonly version: number;
  readonly suspended: boolean;
  readonly commune: { readonly code: string; readonly name: string };
  readonly targets: {
    readonly parcelId: string;
    readonly version: number;
    readonly sheet: string;
    readonly no: string;
  }[];
  readonly proposedBy: StaffMember;
  readonly decidedBy: StaffMember | null;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly lodgedAt: Date | null;
  readonly registeredAt: Date | null;
  /** When it was registered or refused here. */
  readonly decidedAt: Date | null;
  /** First dealing of its file; its own id where it is the first, or by itself. */
  readonly fileId: string;
  /** Place in its file, from 1. */
  readonly fileNo: number;
  /** Dealings of its file in their order; none where it is by itself. */
  readonly file: FileMember[];
  /** Where paper books registered it before. */
  readonly entered: { readonly on: string; readonly book: string } | null;
}

const COLUMNS = `d.dealing_id as "dealingId", d.kind, d.status, d.version, d.suspended_at is not null as suspended,
  json_build_object('code', d.commune_code, 'name', coalesce(u.name, d.commune_code)) as commune,
  coalesce((select json_agg(json_build_object('parcelId', t.parcel_id, 'version', t.version_no, 'sheet', coalesce(s.number, ''), 'no', coalesce(n.no, '')) order by t.ordinal)
    from dealing.target t left join lateral (
      select v.sheet_id, v.parcel_no as no from cadastre.parcel_version v where v.parcel_id = t.parcel_id and v.version_no = t.version_no union all
      select p.sheet_id, p.parcel_no from dealing.pending_parcel p join dealing.dealing e using (dealing_id)
      where p.parcel_id = t.parcel_id and p.version_no = t.version_no and coalesce(e.file_id, e.dealing_id) = d.file_id limit 1) n on true
    left join cadastre.sheet s using (sheet_id) where t.dealing_id = d.dealing_id), '[]') as targets,
  ${staff('d.proposed_by')} as "proposedBy",
  case when coalesce(d.refused_by, d.approved_by) is null then null else ${staff('coalesce(d.refused_by, d.approved_by)')} end as "decidedBy",
  d.reason, d.created_at as "createdAt", d.changed_at as "changedAt", d.lodged_at as "lodgedAt", d.registered_at as "registeredAt", d.decided_at as "decidedAt",
  coalesce(d.file_id, d.dealing_id) as "fileId", coalesce(d.file_no, 1) as "fileNo", ${FILE_OF} as file,
  case when d.entered_on is not null then json_build_object('on', d.entered_on, 'book', d.entered_book) end as entered`;
const FROM = `dealing.dealing d
  left join reference.administrative_unit u on u.code = d.commune_code and u.valid_from = d.commune_valid_from`;

const FIND = `select ${COLUMNS} from ${FROM} where d.dealing_id = $1`;

export async function findDealingRow(trx: Trx, dealingId: string): Promise<DealingRow | undefined> {
  const { rows } = await trx.query<DealingRow>(prepared(FIND, [dealingId]));
  return rows[0];
}

export interface DealingFilter {
  readonly state?: DealingStatus | undefined;
  readonly kind?: DealingKind | undefined;
  readonly commune?: string | undefined;
  readonly parcelId?: string | undefined;
  readonly queue?: DealingQueue | undefined;
  /** Whose queues these are. */
  readonly me: string;
  /** Key of the last row of the page before: when it changed, and its id. */
  readonly after?: readonly [string, string] | undefined;
}

const IN_QUEUE: QueueColumns = { status: 'd.status', proposedBy: 'd.proposed_by' };

/** Up to `limit` dealings, those that changed last first. */
export async function listDealingRows(trx: Trx, filter: DealingFilter, limit: number): Promise<DealingRow[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ['true'];
  if (filter.state) where.push(`d.status = ${bind(filter.state)}`);
  if (filter.kind) where.push(`d.kind = ${bind(filter.kind)}`);
  if (filter.commune) where.push(`d.commune_code = ${bind(filter.commune)}::char(5)`);
  // A file is one piece of work: its first dealing stands for it.
  if (filter.queue)
    where.push('d.file_id is null', queueCondition(DEALING_QUEUE_RULES[filter.queue], IN_QUEUE, filter.me, bind));
  if (filter.parcelId) {
    const parcel = bind(filter.parcelId);
    where.push(`(exists (select from dealing.target t where t.dealing_id = d.dealing_id and t.parcel_id = ${parcel})
      or exists (select from cadastre.parcel_version v where v.parcel_id = ${parcel} and d.dealing_id in (v.raised_by, v.ended_by)))`);
  }
  if (filter.after) {
    where.push(
      `(d.changed_at, d.dealing_id) < (${bind(filter.after[0])}::timestamptz, ${bind(filter.after[1])}::uuid)`,
    );
  }
  const { rows } = await trx.query<DealingRow>(
    `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by d.changed_at desc, d.dealing_id desc limit ${bind(limit)}`,
    values,
  );
  return rows;
}
