import type pg from 'pg';
import { countSearches, logSearch } from '../../db/audit/read-log.ts';
import { findSetting } from '../../db/dealing/settings.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import {
  findNumberedParcels,
  findPartiesByName,
  findPartiesByNumber,
  type HoldingFilter,
  listHoldings,
} from '../../db/parcel/holdings.ts';
import { listParcelsById } from '../../db/parcel/parcels.ts';
import { type Actor, actsIn } from '../../domain/actor.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import type { searchHolders as door, FoundHolding, LookedBy } from '../../domain/contract/parcel/desk-search.ts';
import { maskIdentityNumbers } from '../../domain/identity-number/mask-identity-numbers.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { type HolderQuestion, parseHolderQuestion } from '../../domain/question/holder-question.ts';
import type { PlaceQuestion } from '../../domain/question/read-place.ts';
import { needsSecondKey } from '../../domain/question/second-key.ts';
import { bestUnits, presentCodes } from '../batch/match-units.ts';
import { asStaff } from '../kit/as-staff.ts';
import { resolvePlace } from './resolve-place.ts';

const MOST = 50;
const MOST_PARTIES = 200;
const HOUR_MS = 3_600_000;

export interface HolderSearch {
  readonly pool: pg.Pool;
  /** What names of places mean is asked as anybody asks it. */
  readonly portal: pg.Pool;
  readonly hash: (digits: string) => Buffer;
}

/** Present communes that a place lies in. */
async function communesOf(portal: pg.Pool, question: PlaceQuestion): Promise<string[]> {
  const { graph, units, places, nearly } = await resolvePlace(portal, question);
  const codes =
    units.length > 0 ? presentCodes(graph, bestUnits(units)) : nearly ? [] : places.map((one) => one.commune.code);
  if (codes.length === 0) throw new Problem('search.commune_unknown');
  return [...new Set(codes)];
}

const lookedBy = ({ serial, digits, name, parcel }: HolderQuestion, communes: readonly string[] | null): LookedBy[] => [
  ...(serial === undefined ? [] : (['serial'] as const)),
  ...(digits === undefined ? [] : (['identity_number'] as const)),
  ...(name ? (['name'] as const) : []),
  ...(parcel ? (['parcel'] as const) : []),
  ...(communes ? (['commune'] as const) : []),
];

/** What the question means in ids. A name is looked up by itself only where nothing else narrows it first. */
async function filterOf(
  trx: Trx,
  hash: HolderSearch['hash'],
  { serial, digits, name, parcel }: HolderQuestion,
  communes: readonly string[] | null,
): Promise<HoldingFilter> {
  const byName = name && serial === undefined && digits === undefined && !parcel && communes;
  const partyIds =
    digits === undefined
      ? byName
        ? await findPartiesByName(trx, name.key, communes, MOST_PARTIES + 1)
        : null
      : await findPartiesByNumber(trx, hash(digits), MOST_PARTIES + 1);
  return {
    serial: serial ?? null,
    partyIds,
    parcelIds: parcel ? await findNumberedParcels(trx, parcel) : null,
    communes,
    nameKey: name?.key ?? null,
  };
}

/**
 * Who holds what, in the communes of who asks. That it was asked, for what, and who was found is in the read log before the answer leaves:
 * an answer of nobody too. Throws search.* where the question is not one that may be answered, and auth.forbidden for somebody else's commune.
 */
export async function searchHolders(
  { pool, portal, hash }: HolderSearch,
  actor: Actor,
  { q, commune, purpose, note }: Asked<typeof door>['body'],
): Promise<{ by: LookedBy[]; items: FoundHolding[]; more: boolean }> {
  const question = parseHolderQuestion(q);
  if (!question) throw new Problem('search.not_understood');
  if (commune === undefined && needsSecondKey(question)) throw new Problem('search.second_key_missing');
  if (purpose === undefined || note === undefined) throw new Problem('search.purpose_missing');
  const named = commune === undefined ? question.place && (await communesOf(portal, question.place)) : [commune];
  const communes = named?.filter((code) => actsIn(actor, code)) ?? null;
  if (communes?.length === 0) throw new Problem('auth.forbidden');
  const by = lookedBy(question, communes);
  return asStaff(pool, actor, async (trx) => {
    const most = await findSetting(trx, 'person_searches_an_hour');
    const since = new Date(Date.now() - HOUR_MS);
    if (most !== null && (await countSearches(trx, actor.id, since)) >= most)
      throw new Problem('search.limit_reached', { retryAfter: 600 });
    const filter = await filterOf(trx, hash, question, communes);
    const found = await listHoldings(trx, filter, MOST + 1);
    const shown = found.slice(0, MOST);
    await logSearch(trx, {
      actor: actor.id,
      asked: by,
      partyIds: shown.map(({ holder }) => holder.partyId),
      purpose,
      note: maskIdentityNumbers(note),
    });
    const parcels = await listParcelsById(
      trx,
      shown.map(({ parcelId }) => parcelId),
    );
    const items = shown.map(({ parcelId, ...holding }) => ({ ...holding, parcel: parcels.get(parcelId)! }));
    return { by, items, more: found.length > MOST || (filter.partyIds?.length ?? 0) > MOST_PARTIES };
  });
}
