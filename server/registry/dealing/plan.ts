/** What a kind of dealing is made of: a plan (the same function for preview, lodging and registration), and what it writes. */
import type { PlannedParcel } from '../../db/dealing/land.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import type { DealingTarget, PlannedRight } from '../../domain/contract/dealings.ts';
import type { ParcelDealingKind } from '../../domain/dealing/dealing-kind.ts';
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
}

/** One kind of dealing. */
export interface KindOfDealing<K extends ParcelDealingKind> {
  readonly kind: K;
  /** How many parcels it is about. */
  readonly targets: readonly [least: number, most: number];
  /** Judges and works out, without writing anything. Verdicts of the register itself (judgeStanding) come before it. */
  plan(trx: Trx, subject: Subject<K>): Promise<Plan>;
  /** When it is lodged: takes what nobody else may have from then on. */
  keep?(trx: Trx, dealingId: string, subject: Subject<K>, plan: Plan): Promise<void>;
  /** Writes the register; the commune is held, and the plan was made just before in the same transaction. */
  register(trx: Trx, dealingId: string, subject: Subject<K>, plan: Plan): Promise<void>;
}
