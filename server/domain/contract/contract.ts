/**
 * What one door takes and gives. The same object is handed to the server (checking and shaping), to the OpenAPI
 * description and to the browser's typed calls, so that none of the three can drift from the others.
 */
import Type, { type Static, type TObject, type TSchema } from 'typebox';
import type { ProblemCode } from '../problem/problem.ts';
import type { Role } from '../role.ts';

export type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may pass: everybody, or a signed-in person or program with one of the roles. `scope: 'commune'` asks besides that
 * the actor serves the commune named `commune` in the address or the body; where none is named, that it serves any.
 */
export type Right = 'public' | { readonly roles: readonly Role[]; readonly scope?: 'commune' };

export interface Contract<
  Params extends TObject = TObject,
  Query extends TObject = TObject,
  Reply extends TSchema = TSchema,
  Body extends TSchema = TSchema,
> {
  readonly id: string;
  readonly method: Method;
  /** Path with `:name` parameters, as the router writes them. */
  readonly path: string;
  readonly right: Right;
  readonly tag:
    | 'parcels'
    | 'layers'
    | 'reference'
    | 'identity'
    | 'batches'
    | 'dealings'
    | 'papers'
    | 'documents'
    | 'uploads'
    | 'lookups'
    | 'indicators'
    | 'watches'
    | 'tiles'
    | 'ogc'
    | 'pages'
    | 'operations'
    | 'description';
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  /** What a request carries; null for doors that take no body. */
  readonly body: Body | null;
  readonly bodyMedia: 'application/json' | 'application/x-www-form-urlencoded';
  /**
   * Whether a write must carry `Idempotency-Key`, which the handler passes on to the verb as `asked.idempotencyKey`; a
   * door whose body holds a `dealingId`, or that is repeatable by nature, needs none.
   */
  readonly idempotencyKey: boolean;
  /** Whether a write may say by `If-Match` which version it was decided on; the handler gets it as `asked.version`. */
  readonly ifMatch: boolean;
  /** Media type of bytes that are passed on unread; null for a door that takes none. */
  readonly binaryBody: string | null;
  /** Media in which the same is taken as bytes, beside the body's own; the handler reads them. */
  readonly alsoTakes: readonly string[];
  /** Bytes of the longest body, where it may be longer than a form. */
  readonly longestBody: number | null;
  /** Headers that mean something at this door, and those that its reply carries; described, and read by the handler. */
  readonly headers: TObject;
  readonly replyHeaders: TObject;
  /** Status of the reply when all went well. */
  readonly status: number;
  /** Body of that reply. For other media than JSON a string schema. */
  readonly reply: Reply;
  /** Empty for a reply without a body. */
  readonly media: string;
  /** Other media the same door answers in, by Accept or a parameter; such a handler sends its own bytes. */
  readonly alsoMedia: readonly string[];
  /** Replies other than 200 that are no problems, with what they mean. `body` when they have one of the same shape. */
  readonly otherReplies: Readonly<Record<number, { readonly description: string; readonly sameBody?: true }>>;
  /** Problems this door can answer with, beside those every door shares. */
  readonly problems: readonly ProblemCode[];
  /** Longest time a shared cache may keep a reply unasked, in seconds; 0 = ask each time; null = never store. */
  readonly maxAge: number | null;
}

/** Ends that any request to any door may come to. */
export const SHARED_PROBLEMS: readonly ProblemCode[] = [
  'request.malformed',
  'request.invalid',
  'route.not_found',
  'method.not_allowed',
  'request.too_slow',
  'request.too_large',
  'address.too_long',
  'media.unsupported',
  'rate.limited',
  'headers.too_large',
  'internal',
  'service.unavailable',
];

const nothing = Type.Object({}, { additionalProperties: false });

type Optional =
  | 'method'
  | 'right'
  | 'params'
  | 'query'
  | 'body'
  | 'bodyMedia'
  | 'idempotencyKey'
  | 'ifMatch'
  | 'binaryBody'
  | 'alsoTakes'
  | 'longestBody'
  | 'headers'
  | 'replyHeaders'
  | 'status'
  | 'media'
  | 'alsoMedia'
  | 'otherReplies'
  | 'problems';
type Draft<P extends TObject, Q extends TObject, R extends TSchema, B extends TSchema> = Omit<
  Contract<P, Q, R, B>,
  Optional
> &
  Partial<Pick<Contract<P, Q, R, B>, Optional>>;

/** A contract with what was left out filled in: an open GET without parameters, JSON, no other replies or problems. */
export function defineContract<
  R extends TSchema,
  P extends TObject = typeof nothing,
  Q extends TObject = typeof nothing,
  B extends TSchema = TSchema,
>(draft: Draft<P, Q, R, B>): Contract<P, Q, R, B> {
  return {
    right: 'public',
    media: 'application/json',
    alsoMedia: [],
    body: null,
    bodyMedia: 'application/json',
    idempotencyKey: false,
    ifMatch: false,
    binaryBody: null,
    alsoTakes: [],
    longestBody: null,
    headers: nothing,
    replyHeaders: nothing,
    status: 200,
    otherReplies: {},
    problems: [],
    params: nothing as unknown as P,
    query: nothing as unknown as Q,
    method: 'GET',
    ...draft,
  };
}

/** What a handler of a contract receives, checked. */
export interface Asked<C extends Contract> {
  readonly params: Static<C['params']>;
  readonly query: Static<C['query']>;
  readonly body: C extends Contract<TObject, TObject, TSchema, infer B> ? Static<B> : never;
  /** The `Idempotency-Key` of a door that asks for one, else the empty text. */
  readonly idempotencyKey: string;
  /** Version named by `If-Match`; null where none was named. */
  readonly version: number | null;
}

/** Ends that doors may come to which ask who is there. */
const GUARDED_PROBLEMS: readonly ProblemCode[] = [
  'auth.required',
  'token.refused',
  'session.expired',
  'auth.forbidden',
  'identity.unavailable',
];

const READS: readonly Method[] = ['GET', 'HEAD', 'OPTIONS'];
export const isWrite = ({ method }: Pick<Contract, 'method'>): boolean => !READS.includes(method);

/** Every code a request to this door may end with. */
export function problemsOf(contract: Contract): readonly ProblemCode[] {
  return [
    ...new Set<ProblemCode>([
      ...SHARED_PROBLEMS,
      ...(contract.right === 'public' ? [] : GUARDED_PROBLEMS),
      ...(isWrite(contract) ? (['csrf.refused'] as const) : []),
      ...(contract.idempotencyKey ? (['idempotency.key_missing'] as const) : []),
      ...contract.problems,
    ]),
  ];
}
