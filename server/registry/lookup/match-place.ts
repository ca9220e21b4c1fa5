import type { SearchArea } from '../../db/portal/search.ts';
import type { KeyAnswer } from '../../domain/lookup/judge-row.ts';
import type { PlaceQuestion } from '../../domain/question/read-place.ts';
import { bestUnits, presentCodes } from '../batch/match-units.ts';
import { areasOf, namesHamlet } from '../search/find-numbered.ts';
import { type ResolvedPlace, resolvePlace, WHOLE_NAME } from '../search/resolve-place.ts';
import type { SearchContext } from '../search/search-context.ts';

/** Where a row's parcel is to be looked for. */
export interface MatchedPlace {
  /** Areas of communes; null: a hamlet or street is named, which the question box itself must find. */
  readonly areas: readonly SearchArea[] | null;
  readonly doubt: KeyAnswer['doubt'];
}

/** Units that became the same communes of today are one: a name that several of them had. */
function isOneLand({ graph, units, places }: ResolvedPlace): boolean {
  const best = bestUnits(units);
  if (best.length === 0) return new Set(places.map(({ commune }) => commune.code)).size <= 1;
  const [first, ...others] = best.map((match) => new Set(presentCodes(graph, [match])));
  return others.every((codes) => [...codes].some((code) => first?.has(code)));
}

function doubtOf(place: ResolvedPlace): MatchedPlace['doubt'] {
  if (place.best > WHOLE_NAME) return 'commune_unsure';
  return isOneLand(place) ? null : 'commune_several';
}

/** Places kept at once: a table names few, and each is looked up once. */
const MOST_PLACES = 2_000;

/** Resolves the places of the rows of one look-up by the functions of the question box; undefined where nothing is called so. */
export function openPlaces(context: SearchContext): (place: PlaceQuestion) => Promise<MatchedPlace | undefined> {
  const known = new Map<string, Promise<MatchedPlace | undefined>>();
  const resolve = async (question: PlaceQuestion): Promise<MatchedPlace | undefined> => {
    const place = await resolvePlace(context.pool, question);
    if (namesHamlet(place)) return { areas: null, doubt: doubtOf(place) };
    const areas = areasOf(context, place);
    return areas.length === 0 ? undefined : { areas, doubt: doubtOf(place) };
  };
  // Rows of one commune share its question (read-row.ts): most are found without writing it out.
  const same = new WeakMap<PlaceQuestion, Promise<MatchedPlace | undefined>>();
  const find = (question: PlaceQuestion): Promise<MatchedPlace | undefined> => {
    const key = JSON.stringify(question);
    const found = known.get(key);
    if (found) return found;
    if (known.size >= MOST_PLACES) known.clear();
    const resolving = resolve(question);
    known.set(key, resolving);
    resolving.catch(() => known.delete(key));
    return resolving;
  };
  return (question) => {
    const found = same.get(question) ?? find(question);
    same.set(question, found);
    return found;
  };
}
