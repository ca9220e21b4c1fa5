/** Requests for papers as officers see them, under the row-level security of who asks. */

import type { StaffMember } from '../../domain/contract/batch/batch-shapes.ts';
import type { RequestQueue } from '../../domain/contract/paper/requests.ts';
import type { InformationBlock } from '../../domain/paper.ts';
import type { MessageKind } from '../../domain/request/outgoing-message.ts';
import type {
  DeliveryWay,
  FeeStatus,
  RefusalGround,
  RequestKind,
  RequestStatus,
} from '../../domain/request/paper-request.ts';
import { OPEN_REQUESTS, type RequestGrounds, type StopCause } from '../../domain/request/request-step.ts';
import type { Trx } from '../kit/transaction.ts';
import { staff } from '../staging/staff.ts';

export interface RequestRow {
  readonly requestId: string;
  readonly reference: string;
  readonly kind: RequestKind;
  readonly blocks: readonly InformationBlock[];
  readonly status: RequestStatus;
  readonly suspended: boolean;
  readonly version: number;
  readonly parcel: { readonly parcelId: string; readonly sheet: string; readonly no: string };
  readonly commune: { readonly code: string; readonly name: string };
  readonly way: DeliveryWay;
  readonly receivedAt: Date;
  readonly dueOn: string;
  readonly decidedAt: Date | null;
  readonly feeStatus: FeeStatus;
  readonly feeVnd: number | null;
  readonly feeBasis: string | null;
  readonly grounds: RequestGrounds | null;
  readonly handledBy: StaffMember | null;
  readonly paperSerial: string | null;
}

/** The parcel by its latest version: a request stays readable when its land has become other land. */
const COLUMNS = `r.request_id as "requestId", r.reference, r.kind, r.blocks, r.status, r.suspended_at is not null as suspended, r.version,
  (select json_build_object('parcelId', r.parcel_id, 'sheet', s.number, 'no', v.parcel_no) from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
   where v.parcel_id = r.parcel_id and v.status <> 'pending' order by v.version_no desc limit 1) as parcel,
  json_build_object('code', r.commune_code, 'name', coalesce((select u.name from reference.administrative_unit u
    where u.code = r.commune_code order by u.valid_from desc limit 1), r.commune_code)) as commune,
  r.delivery as way, r.received_at as "receivedAt", r.due_on::text as "dueOn", r.decided_at as "decidedAt", r.fee_status as "feeStatus",
  r.fee_vnd::float8 as "feeVnd", r.fee_basis as "feeBasis", r.grounds,
  case when r.handled_by is null then null else ${staff('r.handled_by')} end as "handledBy", r.paper_serial as "paperSerial"`;

export async function findRequestRow(trx: Trx, requestId: string): Promise<RequestRow | undefined> {
  const { rows } = await trx.query<RequestRow>(`select ${COLUMNS} from dealing.request r where r.request_id = $1`, [
    requestId,
  ]);
  return rows[0];
}

export interface RequestFilter {
  readonly queue: RequestQueue | null;
  readonly commune?: string | undefined;
  readonly parcelId?: string | undefined;
  readonly reference?: string | undefined;
  /** Whose queue it is. */
  readonly me: string;
  /** Key of the last row of the page before: its due day or when it was decided, and its id. */
  readonly after?: readonly [string, string] | undefined;
}

/** Up to `limit` requests: those that are open by due day, all others the latest first. */
export async function listRequestRows(trx: Trx, filter: RequestFilter, limit: number): Promise<RequestRow[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const open = filter.queue === 'open' || filter.queue === 'mine';
  const where = ['true'];
  if (filter.queue !== null) where.push(`${open ? '' : 'not '}(r.status = any(${bind(OPEN_REQUESTS)}::text[]))`);
  if (filter.queue === 'mine') where.push(`r.handled_by = ${bind(filter.me)}`);
  if (filter.commune) where.push(`r.commune_code = ${bind(filter.commune)}::char(5)`);
  if (filter.parcelId) where.push(`r.parcel_id = ${bind(filter.parcelId)}`);
  if (filter.reference) where.push(`r.reference = ${bind(filter.reference)}`);
  if (filter.after) {
    const [key, id] = filter.after;
    where.push(
      open
        ? `(r.due_on, r.request_id) > (${bind(key)}::date, ${bind(id)}::uuid)`
        : `(r.changed_at, r.request_id) < (${bind(key)}::timestamptz, ${bind(id)}::uuid)`,
    );
  }
  const { rows } = await trx.query<RequestRow>(
    `select ${COLUMNS} from dealing.request r where ${where.join(' and ')}
     order by ${open ? 'r.due_on, r.request_id' : 'r.changed_at desc, r.request_id desc'} limit ${bind(limit)}`,
    values,
  );
  return rows;
}

/** When a request last changed, as the cursor of a list keeps it: to the microsecond. */
export async function readChangedAt(trx: Trx, requestId: string): Promise<string> {
  const { rows } = await trx.query<{ at: string }>(
    'select changed_at::text as at from dealing.request where request_id = $1',
    [requestId],
  );
  return rows[0]!.at;
}

export async function readRequestContent(trx: Trx, requestId: string): Promise<Buffer> {
  const { rows } = await trx.query<{ cipher: Buffer }>(
    'select cipher from dealing.request_content where request_id = $1',
    [requestId],
  );
  return rows[0]!.cipher;
}

/** Valid certificates of rights on the parcel whose content the register holds: of these alone a copy can be made. */
export async function listCopiable(trx: Trx, parcelId: string): Promise<string[]> {
  const { rows } = await trx.query<{ serial: string }>(
    `select c.serial from document.certificate c
     where c.status = 'valid' and c.content is not null
       and c.serial in (select x.serial from document.certificate_right x join rights."right" r using (right_id) where r.parcel_id = $1)
     order by c.serial`,
    [parcelId],
  );
  return rows.map(({ serial }) => serial);
}

/** Whether the number of the requester is that of a present holder, and how many of them there are. */
export async function matchHolders(trx: Trx, requestId: string): Promise<{ numberOfHolder: boolean; holders: number }> {
  const { rows } = await trx.query<{ numberOfHolder: boolean; holders: number }>(
    `select coalesce(bool_or(party.holds_number(g.party_id, r.identity_hash)), false)
         as "numberOfHolder", count(g.right_id)::int as holders
     from dealing.request r left join rights."right" g on g.parcel_id = r.parcel_id and g.ended_at is null
     where r.request_id = $1`,
    [requestId],
  );
  return rows[0]!;
}

export interface RefusalRow {
  readonly ground: RefusalGround;
  readonly reason: Buffer;
}

export async function findRefusal(trx: Trx, requestId: string): Promise<RefusalRow | undefined> {
  const { rows } = await trx.query<RefusalRow>(
    'select refusal_ground as ground, refusal as reason from dealing.request where request_id = $1 and refusal is not null',
    [requestId],
  );
  return rows[0];
}

export interface StopRow {
  readonly cause: StopCause;
  readonly stoppedAt: Date;
  readonly resumedAt: Date | null;
}

export async function listStops(trx: Trx, requestId: string): Promise<StopRow[]> {
  const { rows } = await trx.query<StopRow>(
    `select cause, stopped_at as "stoppedAt", resumed_at as "resumedAt" from dealing.request_stop where request_id = $1 order by ordinal`,
    [requestId],
  );
  return rows;
}

export interface MessageRow {
  readonly kind: MessageKind;
  readonly channel: 'mail' | 'phone';
  readonly state: 'waiting' | 'sending' | 'sent' | 'unsure' | 'failed';
  readonly at: Date;
}

export async function listMessages(trx: Trx, requestId: string): Promise<MessageRow[]> {
  const { rows } = await trx.query<MessageRow>(
    `select kind, channel, state, coalesce(ended_at, created_at) as at from dealing.message where request_id = $1 order by created_at, message_id`,
    [requestId],
  );
  return rows;
}
