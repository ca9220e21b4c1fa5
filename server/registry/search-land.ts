import type pg from 'pg';
import { searchParcels } from '../db/portal-search.ts';
import { readPublication } from '../db/publication.ts';
import type { AskedQuestion, SearchAnswer } from '../domain/contract/portal-search.ts';
import { type LandQuestion, parseLandQuestion } from '../domain/land-question.ts';
import { endOfDay } from '../domain/legal-day.ts';
import { requireOpen } from '../domain/publication.ts';
import type { PlaceQuestion } from '../domain/question/read-place.ts';
import { findAtPoint } from './find-at-point.ts';
import { findNumbered } from './find-numbered.ts';
import { mayAsk } from './find-portal-parcels.ts';
import { toFoundCommune } from './match-units.ts';
import { resolvePlace } from './resolve-place.ts';
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
    ...(place && { place: place.words, ...(place.unitCode !== undefined && { unitCode: place.unitCode }) }),
  };
}

/** A code is issued once, so a parcel that has ended is found by it too, and leads to its successors. */
async function findByCode(context: SearchContext, code: string): Promise<Found> {
  const { pool, publication, limit, before, at } = context;
  if (!mayAsk(publication, { code, at })) return NOTHING;
  const rows = await searchParcels(pool, { code, before, withEnded: true }, limit + 1);
  return { ...NOTHING, ...toParcelList(context, rows) };
}

async function findPlace({ pool }: SearchContext, question: PlaceQuestion): Promise<Found> {
  const { graph, units, places } = await resolvePlace(pool, question);
  return { ...NOTHING, communes: units.map(({ unit }) => toFoundCommune(graph, unit)), places: [...places] };
}

function find(context: SearchContext, question: LandQuestion): Found | Promise<Found> {
  switch (question.kind) {
    case 'none':
      return NOTHING;
    case 'code':
      return findByCode(context, question.code);
    case 'coordinates':
      return findAtPoint(context, question.readings);
    case 'place':
      return findPlace(context, question.place);
    default:
      return findNumbered(context, question);
  }
}

/**
 * Answers what a person typed. Everything that fits is in the answer, several as a list; nothing that fits is an empty
 * answer. `typing`: the text is not finished, so numbers that begin like its last one fit too. Throws publication.closed.
 */
export async function searchLand(
  pool: pg.Pool,
  asked: {
    readonly q: string;
    readonly at?: string | undefined;
    readonly limit?: number | undefined;
    readonly typing?: boolean;
  },
): Promise<SearchAnswer> {
  const question = parseLandQuestion(asked.q);
  const publication = await readPublication(pool);
  requireOpen(publication, 'lookup');
  const context: SearchContext = {
    pool,
    publication,
    limit: asked.limit ?? DEFAULT_LIMIT,
    at: asked.at,
    before: asked.at === undefined ? null : endOfDay(asked.at),
    typing: asked.typing ?? false,
  };
  return { asked: describeQuestion(question), ...(await find(context, question)) };
}
