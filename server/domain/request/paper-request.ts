/** The life of a request for a paper: what may be asked for, its states, the steps between them and who may take which. */
import type { PaperKind } from '../paper.ts';

/** Kinds that anybody may ask for. What each shows to whom is decided at the office, by the grounds of who asks. */
export const REQUEST_KINDS = ['map_extract', 'land_information', 'certificate'] as const satisfies readonly PaperKind[];
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUESTER_KINDS = ['person', 'organisation'] as const;
export type RequesterKind = (typeof REQUESTER_KINDS)[number];

/** How the paper comes to who asked: fetched with reference and code, at the counter, by post. */
export const DELIVERY_WAYS = ['download', 'counter', 'post'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

export const REQUEST_STATUSES = ['received', 'accepted', 'fulfilled', 'refused'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Why a request is refused: no purpose, the privacy of others, a secret, an unpaid fee, not in the register, something else. */
export const REFUSAL_GROUNDS = ['purpose', 'privacy', 'secret', 'fee', 'not_in_register', 'other'] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

export const FEE_STATUSES = ['undecided', 'due', 'paid', 'waived'] as const;
export type FeeStatus = (typeof FEE_STATUSES)[number];

/** Longest answers, letters. A request fits sealed into one cookie while it is written. */
export const REQUEST_BOUNDS = { name: 120, address: 200, purpose: 300, copies: 10, email: 100, serial: 40 } as const;

/** A personal number (9 or 12 digits) or an enterprise's code (10 digits, with a branch's three). */
export const REQUESTER_NUMBER: Readonly<Record<RequesterKind, string>> = {
  person: '^([0-9]{9}|[0-9]{12})$',
  organisation: '^[0-9]{10}(-[0-9]{3})?$',
};
export const PHONE = '^(\\+84|0)[0-9]{9,10}$';
/** Enough to tell an address from a mistake; whether it is one, the mail will say. */
export const EMAIL = '^[^\\s@<>,;:"()\\[\\]\\\\]+@[^\\s@<>,;:"()\\[\\]\\\\]+\\.[^\\s@<>,;:"()\\[\\]\\\\]{2,}$';
