/** Dealings: opened, held while a step is taken, and moved. */
import type { DealingKind } from '../../domain/dealing/dealing-kind.ts';
import { type DealingStatus, isDealing } from '../../domain/dealing/dealing-state.ts';
import type { Verdict } from '../../domain/dealing/verdict.ts';
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

export interface NewDealing {
  readonly dealingId: string;
  readonly kind: DealingKind;
  /** A draft; or lodged, or approved at once, where it is opened with what it says. */
  readonly status: 'draft' | 'lodged' | 'approved';
  readonly communeCode: string;
  readonly communeValidFrom: string;
  readonly proposedBy: string;
  readonly approvedBy?: string;
  /** By the command line, without a second person (contract 2). */
  readonly initialLoad?: boolean;
  /** The batch that it registers or takes back. */
  readonly batchId?: string;
  readonly reason?: string | null;
  /** Dealing to be taken back. */
  readonly reverses?: string | null;
  /** Its place in a file, where it follows others. */
  /** Where paper books registered it before. */
  readonly entered?: { readonly on: string; readonly book: string } | null;
  readonly inFile?: { readonly fileId: string; readonly fileNo: number } | null;
}

/** Opens a dealing; the database refuses one that nobody else approved. */
export async function insertDealing(trx: Trx, dealing: NewDealing): Promise<void> {
  await trx.query(
    prepared(
      `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, initial_load, proposed_by, approved_by, batch_id, reason, reverses,
       file_id, file_no, entered_on, entered_book)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        dealing.dealingId,
        dealing.kind,
        dealing.status,
        dealing.communeCode,
        dealing.communeValidFrom,
        dealing.initialLoad ?? false,
        dealing.proposedBy,
        dealing.approvedBy ?? null,
        dealing.batchId ?? null,
        dealing.reason ?? null,
        dealing.reverses ?? null,
        dealing.inFile?.fileId ?? null,
        dealing.inFile?.fileNo ?? null,
        dealing.entered?.on ?? null,
        dealing.entered?.book ?? null,
      ],
    ),
  );
}

export interface NewContent {
  /** As the kind's schema says, without identity numbers. */
  readonly payload: object;
  readonly identityNumbers: readonly { readonly ordinal: number; readonly cipher: Buffer; readonly hash: Buffer }[];
  readonly targets: readonly { readonly parcelId: string; readonly version: number }[];
}

/** Writes what a draft says and what it is about. */
export async function insertContent(trx: Trx, dealingId: string, content: NewContent): Promise<void> {
  await trx.query(
    prepared('insert into dealing.content (dealing_id, payload) values ($1, $2)', [
      dealingId,
      JSON.stringify(content.payload),
    ]),
  );
  for (const { ordinal, cipher, hash } of content.identityNumbers) {
    await trx.query(
      prepared(
        'insert into dealing.identity_number (dealing_id, ordinal, cipher, lookup_hash) values ($1, $2, $3, $4)',
        [dealingId, ordinal, cipher, hash],
      ),
    );
  }
  await trx.query(
    prepared(
      `insert into dealing.target (dealing_id, ordinal, parcel_id, version_no)
     select $1, e.n, (e.t ->> 'parcelId')::uuid, (e.t ->> 'version')::int
     from jsonb_array_elements($2::jsonb) with ordinality as e(t, n)`,
      [dealingId, JSON.stringify(content.targets)],
    ),
  );
}

/** Whether a dealing of this id is there already, for whatever. */
export async function isDealingKnown(trx: Trx, dealingId: string): Promise<boolean> {
  const { rows } = await trx.query(prepared('select from dealing.dealing where dealing_id = $1', [dealingId]));
  return rows.length > 0;
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
  /** First dealing of its file; its own id where it is the first, or by itself. */
  readonly fileId: string;
  /** Place in its file, from 1. */
  readonly fileNo: number;
  /** Where paper books registered it before. */
  readonly entered: { readonly on: string; readonly book: string } | null;
}

export const IN_HAND = `dealing_id as "dealingId", kind, status, version, commune_code::text as "communeCode", proposed_by as "proposedBy",
  suspended_at is not null as suspended, coalesce(file_id, dealing_id) as "fileId", coalesce(file_no, 1) as "fileNo",
  case when entered_on is not null then json_build_object('on', entered_on, 'book', entered_book) end as entered`;

/**
 * The dealing, and nobody else can change it until the transaction ends; undefined where there is none to see. The first of its
 * file is held before it, as whoever looks at a file from its beginning holds them: else two could wait for each other.
 */
export async function lockDealing(trx: Trx, dealingId: string): Promise<DealingInHand | undefined> {
  const { rows } = await trx.query<DealingInHand>(
    prepared(
      `select ${IN_HAND} from dealing.dealing
       where dealing_id = $1 or dealing_id = (select file_id from dealing.dealing where dealing_id = $1)
       order by coalesce(file_no, 1) for update`,
      [dealingId],
    ),
  );
  return rows.find((row) => row.dealingId === dealingId);
}

export interface DealingMove {
  readonly reason?: string;
  readonly approvedBy?: string;
  readonly refusedBy?: string;
  readonly examinedBy?: string;
  readonly suspended?: boolean;
}

/**
 * Moves a dealing to a state, or within it; the database knows which ways there are. It must still be where it was found, or
 * nothing is changed and this throws. Returns the legal moment of a registration, else null.
 */
export async function moveDealing(
  trx: Trx,
  dealingId: string,
  from: DealingStatus,
  to: DealingStatus,
  move: DealingMove = {},
): Promise<Date | null> {
  const { rows } = await trx.query<{ at: Date | null }>(
    prepared(
      `update dealing.dealing set status = $3, reason = coalesce($4, reason), approved_by = coalesce($5, approved_by),
       refused_by = coalesce($6, refused_by), examined_by = coalesce($7, examined_by),
       suspended_at = case when $8::boolean is null then case when $9 then suspended_at end when $8 then now() end,
       lodged_at = case when $3 = 'lodged' then coalesce(lodged_at, now()) else lodged_at end,
       decided_at = case when $10 then now() else decided_at end,
       registered_at = case when $3 = 'registered' then dealing.legal_moment($1) else registered_at end
     where dealing_id = $1 and status = $2 returning registered_at as at`,
      [
        dealingId,
        from,
        to,
        move.reason ?? null,
        move.approvedBy ?? null,
        move.refusedBy ?? null,
        move.examinedBy ?? null,
        move.suspended ?? null,
        isDealing(to, 'undecided'),
        isDealing(to, 'decided'),
      ],
    ),
  );
  if (!rows[0]) throw new Error(`dealing ${dealingId} is not ${from}`);
  return rows[0].at;
}

export async function setVerdicts(trx: Trx, dealingId: string, verdicts: readonly Verdict[]): Promise<void> {
  await trx.query(
    prepared('update dealing.content set verdicts = $2 where dealing_id = $1', [dealingId, JSON.stringify(verdicts)]),
  );
}

export interface DealingContent {
  readonly payload: Record<string, unknown>;
  readonly verdicts: Verdict[];
}

export async function readContent(trx: Trx, dealingId: string): Promise<DealingContent | undefined> {
  const { rows } = await trx.query<DealingContent>(
    prepared('select payload, verdicts from dealing.content where dealing_id = $1', [dealingId]),
  );
  return rows[0];
}

export async function listTargets(trx: Trx, dealingId: string): Promise<{ parcelId: string; version: number }[]> {
  const { rows } = await trx.query<{ parcelId: string; version: number }>(
    prepared(
      'select parcel_id as "parcelId", version_no as version from dealing.target where dealing_id = $1 order by ordinal',
      [dealingId],
    ),
  );
  return rows;
}
