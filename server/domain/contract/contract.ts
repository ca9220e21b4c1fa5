/**
 * What one door takes and gives. The same object is handed to the server (checking and shaping), to the OpenAPI
 * description and to the browser's typed calls, so that none of the three can drift from the others.
 */
import Type, { type Static, type TObject, type TSchema } from 'typebox';
import type { ProblemCode } from '../problem.ts';

export interface Contract<
  Params extends TObject = TObject,
  Query extends TObject = TObject,
  Reply extends TSchema = TSchema,
> {
  readonly id: string;
  readonly method: 'GET';
  /** Path with `:name` parameters, as the router writes them. */
  readonly path: string;
  readonly tag: 'parcels' | 'reference' | 'tiles' | 'pages' | 'operations' | 'description';
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  /** Body of a 200 reply. For other media than JSON a string schema. */
  readonly reply: Reply;
  readonly media: string;
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

type Draft<P extends TObject, Q extends TObject, R extends TSchema> = Omit<
  Contract<P, Q, R>,
  'method' | 'params' | 'query' | 'media' | 'otherReplies' | 'problems'
> &
  Partial<Pick<Contract<P, Q, R>, 'params' | 'query' | 'media' | 'otherReplies' | 'problems'>>;

/** A contract with what was left out filled in: no parameters, JSON, no other replies, no problems of its own. */
export function defineContract<
  R extends TSchema,
  P extends TObject = typeof nothing,
  Q extends TObject = typeof nothing,
>(draft: Draft<P, Q, R>): Contract<P, Q, R> {
  return {
    media: 'application/json',
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
}
