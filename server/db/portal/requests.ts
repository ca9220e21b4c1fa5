/** Requests for papers as role diaba_portal: sent and followed through functions, which want a whole reference and code. */
import type pg from 'pg';
import type { InformationBlock, PaperStatus } from '../../domain/paper.ts';
import type {
  DeliveryWay,
  FeeStatus,
  RefusalGround,
  RequesterKind,
  RequestKind,
  RequestStatus,
} from '../../domain/request/paper-request.ts';
import { queryRows } from '../kit/query-rows.ts';

export interface NewRequest {
  readonly requestId: string;
  /** Digest of the key under which it was sent. */
  readonly key: Buffer;
  readonly asked: Buffer;
  readonly codeHash: Buffer;
  readonly kind: RequestKind;
  readonly requester: RequesterKind;
  readonly blocks: readonly InformationBlock[];
  readonly delivery: DeliveryWay;
  readonly parcelId: string;
  readonly dueOn: string;
  readonly feeVnd: number | null;
  readonly feeBasis: string | null;
  readonly identityHash: Buffer;
  readonly content: Buffer;
  readonly messages: readonly {
    readonly channel: 'mail' | 'phone';
    readonly address: Buffer;
    readonly language: string;
  }[];
}

export interface TakenRequest {
  readonly reference: string;
  /** Whether what is kept under the key is what was asked now. */
  readonly same: boolean;
  /** Whether its code still is the one it was sent with. */
  readonly codeMatches: boolean;
  readonly receivedAt: Date;
  readonly dueOn: string;
  readonly feeVnd: number | null;
  readonly feeBasis: string | null;
}

/** Takes a request, or gives the one that is kept under its key; undefined where there is no such current parcel. */
export async function submitRequestRow(portal: pg.Pool, request: NewRequest): Promise<TakenRequest | undefined> {
  const messages = request.messages.map((message) => ({ ...message, address: message.address.toString('hex') }));
  const [row] = await queryRows<TakenRequest>(
    portal,
    `select reference, same, code_matches as "codeMatches", received_at as "receivedAt", due_on::text as "dueOn", fee_vnd::float8 as "feeVnd",
       fee_basis as "feeBasis"
     from portal.submit_request($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      request.requestId,
      request.key,
      request.asked,
      request.codeHash,
      request.kind,
      request.blocks,
      request.delivery,
      request.parcelId,
      request.dueOn,
      request.feeVnd,
      request.feeBasis,
      request.identityHash,
      request.content,
      JSON.stringify(messages),
      request.requester,
    ],
  );
  return row;
}

export interface FollowedRow {
  readonly reference: string;
  readonly kind: RequestKind;
  readonly blocks: readonly InformationBlock[];
  readonly parcelId: string;
  readonly delivery: DeliveryWay;
  readonly status: RequestStatus;
  readonly suspended: boolean;
  readonly receivedAt: Date;
  readonly dueOn: string;
  readonly decidedAt: Date | null;
  readonly feeStatus: FeeStatus;
  readonly feeVnd: number | null;
  readonly feeBasis: string | null;
  readonly refusalGround: RefusalGround | null;
  /** Sealed. */
  readonly refusal: Buffer | null;
  readonly paperSerial: string | null;
  readonly paperSha256: string | null;
  readonly paperStatus: PaperStatus | null;
  readonly paperIssuedAt: Date | null;
}

export async function findFollowedRequest(
  portal: pg.Pool,
  reference: string,
  codeHash: Buffer,
): Promise<FollowedRow | undefined> {
  const [row] = await queryRows<FollowedRow>(
    portal,
    `select reference, kind, blocks, parcel_id as "parcelId", delivery, status, suspended, received_at as "receivedAt", due_on::text as "dueOn",
       decided_at as "decidedAt", fee_status as "feeStatus", fee_vnd::float8 as "feeVnd", fee_basis as "feeBasis", refusal_ground as "refusalGround",
       refusal, paper_serial as "paperSerial", paper_sha256 as "paperSha256", paper_status as "paperStatus", paper_issued_at as "paperIssuedAt"
     from portal.follow_request($1, $2)`,
    [reference, codeHash],
  );
  return row;
}

/** The paper of a request; the fetching is written to the audit log in the same statement. */
export async function fetchPaperOf(
  portal: pg.Pool,
  reference: string,
  codeHash: Buffer,
): Promise<{ serial: string; sha256: string } | undefined> {
  const [row] = await queryRows<{ serial: string; sha256: string }>(
    portal,
    'select serial, sha256 from portal.fetch_request_paper($1, $2)',
    [reference, codeHash],
  );
  return row;
}
