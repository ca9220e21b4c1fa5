/** Dealings on parcels: opened, held while a step is taken, moved, and looked at under the row-level security of who asks. */
import type { StaffMember } from '../../domain/contract/batch-shapes.ts';
import type { DealingKind } from '../../domain/dealing/dealing-kind.ts';
import { DEALING_QUEUE_RULES, type DealingQueue } from '../../domain/dealing/dealing-queue.ts';
import type { DealingStatus } from '../../domain/dealing/dealing-state.ts';
import type { Verdict } from '../../domain/dealing/verdict.ts';
import { type QueueColumns, queueCondition } from '../kit/queue-condition.ts';
import type { Trx } from '../kit/transaction.ts';
import { staff } from '../review/batch-list.ts';

export interface NewDealing {
  readonly dealingId: string;
  readonly kind: DealingKind;
  readonly communeCode: string;
  readonly communeValidFrom: string;
  readonly proposedBy: string;
  /** As the kind's schema says, without identity numbers. */
  readonly payload: object;
  readonly identityNumbers: readonly { readonly ordinal: number; readonly cipher: Buffer; readonly hash: Buffer }[];
  readonly targets: readonly { readonly parcelId: string; readonly version: number }[];
}

/** Writes a draft with what it says and what it is about. */
export async function insertDealing(trx: Trx, dealing: NewDealing): Promise<void> {
  const { dealingId } = dealing;
  await trx.query(
    `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, proposed_by)
     values ($1, $2, 'draft', $3, $4, $5)`,
    [dealingId, dealing.kind, dealing.communeCode, dealing.communeValidFrom, dealing.proposedBy],
  );
  await trx.query('insert into dealing.content (dealing_id, payload) values ($1, $2)', [
    dealingId,
    JSON.stringify(dealing.payload),
  ]);
  for (const { ordinal, cipher, hash } of dealing.identityNumbers) {
    await trx.query(
      'insert into dealing.identity_number (dealing_id, ordinal, cipher, lookup_hash) values ($1, $2, $3, $4)',
      [dealingId, ordinal, cipher, hash],
    );
  }
  await trx.query(
    `insert into dealing.target (dealing_id, ordinal, parcel_id, version_no)
     select $1, e.n, (e.t ->> 'parcelId')::uuid, (e.t ->> 'version')::int
     from jsonb_array_elements($2::jsonb) with ordinality as e(t, n)`,
    [dealingId, JSON.stringify(dealing.targets)],
  );
}

/** What the steps of a dealing are decided by. */
export interface DealingInHand {
  readonly dealingId: string;
  readonly kind: DealingKind;
  readonly status: DealingStatus;
  readonly version: number;
  readonly communeCode: string;
  readonly proposedBy: string;
  readonly suspended: boolean;
}

/** The dealing, and nobody else can change it until the transaction ends; undefined where there is none to see. */
export async function lockDealing(trx: Trx, dealingId: string): Promise<DealingInHand | undefined> {
  const { rows } = await trx.query<DealingInHand>(
    `select dealing_id as "dealingId", kind, status, version, commune_code::text as "communeCode", proposed_by as "proposedBy",
       suspended_at is not null as suspended
     from dealing.dealing where dealing_id = $1 for update`,
    [dealingId],
  );
  return rows[0];
}

export interface DealingMove {
  readonly reason?: string;
  readonly approvedBy?: string;
  readonly refusedBy?: string;
  readonly examinedBy?: string;
  readonly suspended?: boolean;
}

/** Moves a dealing to a state, or within it; the database knows which ways there are. */
export async function moveDealing(
  trx: Trx,
  dealingId: string,
  to: DealingStatus,
  move: DealingMove = {},
): Promise<void> {
  await trx.query(
    `update dealing.dealing set status = $2, reason = coalesce($3, reason), approved_by = coalesce($4, approved_by),
       refused_by = coalesce($5, refused_by), examined_by = coalesce($6, examined_by),
       suspended_at = case when $7::boolean is null then case when $2 in ('lodged', 'examined') then suspended_at end when $7 then now() end,
       lodged_at = case when $2 = 'lodged' then coalesce(lodged_at, now()) else lodged_at end,
       decided_at = case when $2 in ('approved', 'refused', 'withdrawn') then now() else decided_at end,
       registered_at = case when $2 = 'registered' then now() else registered_at end
     where dealing_id = $1`,
    [
      dealingId,
      to,
      move.reason ?? null,
      move.approvedBy ?? null,
      move.refusedBy ?? null,
      move.examinedBy ?? null,
      move.suspended ?? null,
    ],
  );
}

export async function setVerdicts(trx: Trx, dealingId: string, verdicts: readonly Verdict[]): Promise<void> {
  await trx.query('update dealing.content set verdicts = $2 where dealing_id = $1', [
    dealingId,
    JSON.stringify(verdicts),
  ]);
}

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
}

const COLUMNS = `d.dealing_id as "dealingId", d.kind, d.status, d.version, d.suspended_at is not null as suspended,
  json_build_object('code', d.commune_code, 'name', coalesce(u.name, d.commune_code)) as commune,
  coalesce((select json_agg(json_build_object('parcelId', t.parcel_id, 'version', t.version_no, 'sheet', s.number, 'no', v.parcel_no) order by t.ordinal)
    from dealing.target t join cadastre.parcel_version v on v.parcel_id = t.parcel_id and v.version_no = t.version_no
    join cadastre.sheet s using (sheet_id) where t.dealing_id = d.dealing_id), '[]') as targets,
  ${staff('d.proposed_by')} as "proposedBy",
  case when coalesce(d.refused_by, d.approved_by) is null then null else ${staff('coalesce(d.refused_by, d.approved_by)')} end as "decidedBy",
  d.reason, d.created_at as "createdAt", d.changed_at as "changedAt", d.lodged_at as "lodgedAt", d.registered_at as "registeredAt"`;
const FROM = `dealing.dealing d
  left join reference.administrative_unit u on u.code = d.commune_code and u.valid_from = d.commune_valid_from`;

export async function findDealingRow(trx: Trx, dealingId: string): Promise<DealingRow | undefined> {
  const { rows } = await trx.query<DealingRow>(`select ${COLUMNS} from ${FROM} where d.dealing_id = $1`, [dealingId]);
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
  if (filter.queue) where.push(queueCondition(DEALING_QUEUE_RULES[filter.queue], IN_QUEUE, filter.me, bind));
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

export interface DealingContent {
  readonly payload: Record<string, unknown>;
  readonly verdicts: Verdict[];
}

export async function readContent(trx: Trx, dealingId: string): Promise<DealingContent | undefined> {
  const { rows } = await trx.query<DealingContent>(
    'select payload, verdicts from dealing.content where dealing_id = $1',
    [dealingId],
  );
  return rows[0];
}

export async function listTargets(trx: Trx, dealingId: string): Promise<{ parcelId: string; version: number }[]> {
  const { rows } = await trx.query<{ parcelId: string; version: number }>(
    'select parcel_id as "parcelId", version_no as version from dealing.target where dealing_id = $1 order by ordinal',
    [dealingId],
  );
  return rows;
}
