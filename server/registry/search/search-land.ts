import type pg from 'pg';
import { searchParcels } from '../../db/portal/search.ts';
import { readChannelPolicy } from '../../db/reference/publication.ts';
import type { AskedQuestion, SearchAnswer } from '../../domain/contract/portal/portal-search.ts';
import { endOfDay } from '../../domain/legal-day.ts';
import { type Channel, type ChannelPolicy, requireOpen } from '../../domain/publication/publication-policy.ts';
import { type LandQuestion, parseLandQuestion } from '../../domain/question/land-question.ts';
import { toFoundCommune } from '../batch/match-units.ts';
import { mayAsk } from '../portal/find-portal-parcels.ts';
import { findAtPoint } from './find-at-point.ts';
import { findNumbered } from './find-numbered.ts';
import { resolvePlace, WHOLE_NAME } from './resolve-place.ts';
import { type Found, NOTHING, type SearchContext, toParcelList } from './search-context.ts';

const DEFAULT_LIMIT = 20;

/** How a question was understood, flat, as the contract shows it. */
function describeQuestion(question: LandQuestion): AskedQuestion {
  const place = 'place' in question ? question.place : undefined;
  return {
    kind: question.kind,
    ...('reason' in question && { reason: question.reason }),
    ...('code' in question && { code: question.code }),
    ...('sheet' in question && { sheet: question.sheet }),
    ...('no' in question && { no: question.no }),
    ...('also' in question && question.also.length > 0 && { also: [...question.also] }),
    ...(place && { place: place.words, ...(place.unitCode !== undefined && { unitCode: place.unitCode }) }),
    ...('unread' in question && question.unread.length > 0 && { unread: [...question.unread] }),
  };
}

/** A code is issued once, so a parcel that has ended is found by it too, and leads to its successors. */
async function findByCode(context: SearchContext, code: string): Promise<Found> {
  const { pool, policy, limit, before, at } = context;
  if (!mayAsk(policy, { code, at })) return NOTHING;
  const rows = await searchParcels(pool, { code, before, withEnded: true }, limit + 1);
  return { ...NOTHING, ...toParcelList(context, rows), ...(rows.length === 0 && { missing: 'code' }) };
}

interface Answered {
  readonly question: LandQuestion;
  readonly found: Found;
}

/** A place; where its last number is in no name there is, the parcel of that number in the place that is left. */
async function findPlace(
  context: SearchContext,
  question: Extract<LandQuestion, { kind: 'place' }>,
): Promise<Answered> {
  const { place, orParcel } = question;
  const { graph, units, places, nearly, best } = await resolvePlace(context.pool, place);
  if (orParcel && !(best <= WHOLE_NAME)) {
    const other: LandQuestion = { kind: 'parcel', ...orParcel, also: [], unread: [] };
    const narrowed = await resolvePlace(context.pool, orParcel.place);
    if (narrowed.best <= WHOLE_NAME || nearly) return { question: other, found: await findNumbered(context, other) };
  }
  const communes = units.map(({ unit }) => toFoundCommune(graph, unit));
  const missing = communes.length === 0 && (nearly || places.length === 0) && ({ missing: 'place' } as const);
  return { question, found: { ...NOTHING, communes, places: [...places], ...missing } };
}

async function find(context: SearchContext, question: LandQuestion): Promise<Answered> {
  switch (question.kind) {
    case 'none':
      return { question, found: question.reason === 'outside' ? { ...NOTHING, missing: 'point' } : NOTHING };
    case 'code':
      return { question, found: await findByCode(context, question.code) };
    case 'coordinates':
      return { question, found: await findAtPoint(context, question.readings) };
    case 'place':
      return findPlace(context, question);
    default:
      return { question, found: await findNumbered(context, question) };
  }
}

/**
 * Answers what a person typed. Everything that fits is in the answer, several as a list; nothing that fits is an empty
 * answer that says what is missing and what is near. `typing`: the text is not finished, so numbers that begin like its last one fit too. Throws publication.closed.
 */
export async function searchLand(
  pool: pg.Pool,
  /** What may be told: what a channel publishes today, or that of somebody who may see more. */
  channel: Channel | ChannelPolicy,
  asked: {
    readonly q: string;
    readonly at?: string | undefined;
    readonly limit?: number | undefined;
    readonly typing?: boolean;
  },
): Promise<SearchAnswer> {
  const question = parseLandQuestion(asked.q);
  const policy = typeof channel === 'string' ? await readChannelPolicy(pool, channel) : channel;
  requireOpen(policy);
  const context: SearchContext = {
    pool,
    policy,
    limit: asked.limit ?? DEFAULT_LIMIT,
    at: asked.at,
    before: asked.at === undefined ? null : endOfDay(asked.at),
    typing: asked.typing ?? false,
  };
  const answered = await find(context, question);
  return { asked: describeQuestion(answered.question), ...answered.found };
}
