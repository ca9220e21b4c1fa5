/** Steps of requests as they are taken: the request held, moved, its clock stopped, and what was done noted. */

import type { StaffMember } from '../../domain/contract/batch/batch-shapes.ts';
import type { InformationBlock } from '../../domain/paper.ts';
import type { MessageChannel, MessageKind } from '../../domain/request/outgoing-message.ts';
import type { FeeStatus, RefusalGround, RequestKind, RequestStatus } from '../../domain/request/paper-request.ts';
import type { RequestGrounds, RequestStep, StopCause } from '../../domain/request/request-step.ts';
import type { Trx } from '../kit/transaction.ts';
import { staff } from '../staging/staff.ts';

/** What the steps of a request are decided by. */
export interface RequestInHand {
  readonly requestId: string;
  readonly reference: string;
  readonly kind: RequestKind;
  readonly blocks: readonly InformationBlock[];
  readonly status: RequestStatus;
  readonly version: number;
  readonly suspendedAt: Date | null;
  readonly dueOn: string;
  readonly parcelId: string;
  readonly feeStatus: FeeStatus;
  readonly feeVnd: number | null;
  readonly feeBasis: string | null;
  readonly grounds: RequestGrounds | null;
  readonly codeHash: Buffer;
}

/** The request, and nobody else can change it until the transaction ends; undefined where there is none to see. */
export async function lockRequest(trx: Trx, requestId: string): Promise<RequestInHand | undefined> {
  const { rows } = await trx.query<RequestInHand>(
    `select request_id as "requestId", reference, kind, blocks, status, version, suspended_at as "suspendedAt", due_on::text as "dueOn", parcel_id as "parcelId",
       fee_status as "feeStatus", fee_vnd::float8 as "feeVnd", fee_basis as "feeBasis", grounds, code_hash as "codeHash"
     from dealing.request where request_id = $1 for update`,
    [requestId],
  );
  return rows[0];
}

export interface RequestMove {
  readonly status?: RequestStatus;
  readonly grounds?: RequestGrounds;
  readonly fee?: { readonly status: FeeStatus; readonly vnd: number | null; readonly basis: string | null };
  readonly refusal?: { readonly ground: RefusalGround; readonly reason: Buffer };
  readonly paperSerial?: string;
  readonly codeHash?: Buffer;
}

/** Moves a request; the database knows which ways there are. */
export async function moveRequest(trx: Trx, requestId: string, actor: string, move: RequestMove): Promise<void> {
  const { status, grounds, fee, refusal, paperSerial, codeHash } = move;
  const decided = status === 'fulfilled' || status === 'refused';
  if (codeHash) {
    await trx.query('update dealing.request set code_hash = $2, code_number = code_number + 1 where request_id = $1', [
      requestId,
      codeHash,
    ]);
    return;
  }
  await trx.query(
    `update dealing.request set status = coalesce($3, status), grounds = coalesce($4, grounds), handled_by = $2,
       fee_status = coalesce($5, fee_status), fee_vnd = case when $5::text is null then fee_vnd else $6::numeric end,
       fee_basis = case when $5::text is null then fee_basis else $7 end, refusal_ground = $8, refusal = $9, paper_serial = $10,
       decided_at = case when $11 then clock_timestamp() end, suspended_at = case when $11 then null else suspended_at end
     where request_id = $1`,
    [
      requestId,
      actor,
      status ?? null,
      grounds ?? null,
      fee?.status ?? null,
      fee?.vnd ?? null,
      fee?.basis ?? null,
      refusal?.ground ?? null,
      refusal?.reason ?? null,
      paperSerial ?? null,
      decided,
    ],
  );
}

/** Stops the clock. */
export async function stopClock(trx: Trx, requestId: string, cause: StopCause): Promise<void> {
  await trx.query(
    `insert into dealing.request_stop (request_id, ordinal, cause, stopped_at)
     select $1, coalesce(max(ordinal), 0) + 1, $2, clock_timestamp() from dealing.request_stop where request_id = $1`,
    [requestId, cause],
  );
  await trx.query('update dealing.request set suspended_at = clock_timestamp() where request_id = $1', [requestId]);
}

/** What the stopped clock waits for; undefined while it runs. */
export async function findOpenStop(
  trx: Trx,
  requestId: string,
): Promise<{ cause: StopCause; stoppedAt: Date } | undefined> {
  const { rows } = await trx.query<{ cause: StopCause; stoppedAt: Date }>(
    `select cause, stopped_at as "stoppedAt" from dealing.request_stop where request_id = $1 and resumed_at is null`,
    [requestId],
  );
  return rows[0];
}

/** Ends a stop; the clock runs to a new due day. */
export async function runClock(trx: Trx, requestId: string, dueOn: string): Promise<void> {
  await trx.query(
    'update dealing.request_stop set resumed_at = clock_timestamp() where request_id = $1 and resumed_at is null',
    [requestId],
  );
  await trx.query('update dealing.request set suspended_at = null, due_on = $2 where request_id = $1', [
    requestId,
    dueOn,
  ]);
}

/** The step that a key already took, with the digest of what was asked. */
export async function findStepByKey(
  trx: Trx,
  actor: string,
  key: string,
): Promise<{ requestId: string; step: RequestStep; asked: Buffer } | undefined> {
  const { rows } = await trx.query<{ requestId: string; step: RequestStep; asked: Buffer }>(
    `select request_id as "requestId", step, asked from dealing.request_step where actor = $1 and key = $2`,
    [actor, key],
  );
  return rows[0];
}

export async function insertRequestStep(
  trx: Trx,
  step: {
    readonly requestId: string;
    readonly step: RequestStep;
    readonly actor: string;
    readonly key: string;
    readonly asked: Buffer;
    /** Codes, amounts and serials; no persons. */
    readonly facts: Record<string, unknown>;
    readonly note: Buffer | null;
  },
): Promise<void> {
  await trx.query(
    `insert into dealing.request_step (request_id, ordinal, step, actor, key, asked, facts, note)
     select $1, coalesce(max(ordinal), 0) + 1, $2, $3, $4, $5, $6, $7 from dealing.request_step where request_id = $1`,
    [step.requestId, step.step, step.actor, step.key, step.asked, JSON.stringify(step.facts), step.note],
  );
}

export interface RequestStepRow {
  readonly step: RequestStep;
  readonly by: StaffMember;
  readonly at: Date;
  /** Sealed. */
  readonly note: Buffer | null;
}

export async function listRequestSteps(trx: Trx, requestId: string): Promise<RequestStepRow[]> {
  const { rows } = await trx.query<RequestStepRow>(
    `select t.step, ${staff('t.actor')} as by, t.at, t.note from dealing.request_step t where t.request_id = $1 order by t.ordinal`,
    [requestId],
  );
  return rows;
}

export async function insertMessage(
  trx: Trx,
  message: {
    readonly requestId: string;
    readonly kind: MessageKind;
    readonly channel: MessageChannel;
    /** Sealed. */
    readonly address: Buffer;
    readonly language: string;
  },
): Promise<void> {
  await trx.query(
    'insert into dealing.message (request_id, kind, channel, address, language) values ($1, $2, $3, $4, $5)',
    [message.requestId, message.kind, message.channel, message.address, message.language],
  );
}
