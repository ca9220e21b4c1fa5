/** What kinds of dealing are made of: a plan (the same function for every look, for lodging and for registration), and what they write. */
import type { CorneredNeighbour, PlannedParcel } from '../../db/dealing/land.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import type { StateChange } from '../../db/staging/batch-steps.ts';
import type { Batch } from '../../db/staging/batches.ts';
import type { Verdicts } from '../../db/staging/staging-rows.ts';
import type { DealingTarget } from '../../domain/contract/dealing/dealing-draft.ts';
import type { PlannedRight } from '../../domain/contract/dealing/dealings.ts';
import type { PlannedChange } from '../../domain/dealing/change.ts';
import type { BatchDealingKind, DealingKind, ParcelDealingKind } from '../../domain/dealing/dealing-kind.ts';
import type { DocumentReference } from '../../domain/dealing/payload/parts.ts';
import type { PayloadOf } from '../../domain/dealing/payload/payloads.ts';
import type { ParcelStanding } from '../../domain/dealing/standing.ts';
import type { Verdict } from '../../domain/dealing/verdict.ts';

/** Land that was given its ids, numbers and codes when the dealing was lodged. */
export interface KeptParcel {
  readonly parcelId: string;
  readonly no: string;
  readonly code: string;
  readonly legalAreaM2: number | null;
}

/** What a plan is made of. */
export interface Subject<K extends ParcelDealingKind = ParcelDealingKind> {
  readonly kind: K;
  /** Null for a draft that nobody has opened yet. */
  readonly dealingId: string | null;
  readonly communeCode: string;
  readonly targets: readonly DealingTarget[];
  /** The targets as they stand in the register, in their order. */
  readonly standing: readonly ParcelStanding[];
  readonly payload: StoredPayload<K>;
  /** Empty until it is lodged. */
  readonly kept: readonly KeptParcel[];
}

/** A payload as it is stored: an identity number is sealed beside it, and `identity` says which. */
type Stored<T> = T extends { identityNumber?: string }
  ? Omit<T, 'identityNumber'> & { readonly identity?: number }
  : T extends readonly (infer Item)[]
    ? readonly Stored<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Stored<T[Key]> }
      : T;
export type StoredPayload<K extends ParcelDealingKind> = Stored<PayloadOf<K>>;

export interface Plan {
  readonly verdicts: readonly Verdict[];
  readonly land: readonly PlannedParcel[];
  /** For people: rights that end, stay and are raised. */
  readonly rights: readonly PlannedRight[];
  /** Of a cut: neighbours whose edges its ends lie on, for who registers it in the same transaction. */
  readonly cornered?: readonly CorneredNeighbour[];
  /** Facts that change beside land and holders. */
  readonly changes?: readonly PlannedChange[];
}

/** One kind of dealing: what it is about, what it would do, and what it wrote. */
export interface KindOfDealing<K extends DealingKind, About, Would, Written> {
  readonly kind: K;
  /** Judges and works out what it would do, at each look and again before it is registered, with the commune held. */
  plan(trx: Trx, subject: About): Promise<Would>;
  /** When it is lodged: takes what nobody else may have from then on, and keeps what the second person decides on. */
  keep?(trx: Trx, dealingId: string, subject: About, plan: Would): Promise<void>;
  /** Writes the register; the commune is held, and the plan was made just before in the same transaction. */
  register(trx: Trx, dealingId: string, subject: About, plan: Would): Promise<Written>;
}

/** A kind about registered parcels. Its plan writes nothing, and verdicts of the register itself (judgeStanding) come before it. */
export type ParcelKind<K extends ParcelDealingKind> = KindOfDealing<K, Subject<K>, Plan, void>;

/** What a kind about a batch of imported records is made of. */
export interface BatchSubject {
  readonly batch: Batch;
  readonly communeCode: string;
  readonly communeValidFrom: string;
  readonly verdicts: Verdicts;
  /** By the command line, without a second person (contract 2). */
  readonly initialLoad: boolean;
  /** Words of who proposes it. */
  readonly note: string | null;
  /** Paper that new boundaries of registered parcels rest on, as the proposer names it. */
  readonly survey: DocumentReference | null;
}

/** How much of a batch is touched, and ids and counts for the audit row. */
export interface BatchTouched {
  readonly changed: number;
  readonly facts: Record<string, unknown>;
}

export interface BatchPlan extends BatchTouched {
  /** Something stops it; what was found out about the records is kept all the same. */
  readonly stopped: boolean;
}

/** A kind about a batch: proposed, decided on and sent back with it (proposal/). */
export interface BatchKind<K extends BatchDealingKind = BatchDealingKind>
  extends KindOfDealing<K, BatchSubject, BatchPlan, BatchTouched> {
  keep(trx: Trx, dealingId: string, subject: BatchSubject, plan: BatchPlan): Promise<void>;
  /** Names of its steps in the audit log. */
  readonly actions: { readonly proposed: string; readonly registered: string };
  /** What of it stands on the batch itself while it is proposed, and once it is registered. */
  onBatch(dealingId: string, note: string | null): { readonly proposed: StateChange; readonly registered: StateChange };
}
