import type pg from 'pg';
import { findPlaces } from '../../db/portal/places.ts';
import { listKnownUnits, listSuccessions } from '../../db/portal/units.ts';
import type { FoundPlace } from '../../domain/contract/portal/portal-search.ts';
import { matchName, nameKey } from '../../domain/question/match-name.ts';
import type { PlacePart, PlaceQuestion } from '../../domain/question/read-place.ts';
import { bestUnits, matchPart, presentCodes, rankUnits, type UnitGraph, type UnitMatch } from '../batch/match-units.ts';

/** Asked of the database for one name: whole words among them are told from parts of words here. */
const CANDIDATES = 60;
const SHOWN = 20;
/** Names that are only nearly what was said: a few. */
const NEARLY = 5;

export interface ResolvedPlace {
  readonly graph: UnitGraph;
  /** Present and former units, best first. */
  readonly units: readonly UnitMatch[];
  /** Hamlets and streets, best first. */
  readonly places: readonly FoundPlace[];
  /** Whether a hamlet or street was named beside the unit, so that only its land is meant. */
  readonly within: boolean;
  /** Whether nothing has that name and `places` are only like it. */
  readonly nearly: boolean;
  /** Rank of the best of all (matchName); Infinity where nothing has that name. */
  readonly best: number;
}

/** Up to this rank a name was said whole, with or without diacritics (and, a half, whatever kind it was called). */
export const WHOLE_NAME = 1.5;

interface Match {
  readonly place: FoundPlace;
  readonly rank: number;
}

/** How a place answers to a name: with the word for its kind or without ("Thôn Lim Hạ" to "thôn Lim Hạ" and "Lim Hạ"). */
function rankOf(part: PlacePart, { name }: FoundPlace): number | undefined {
  const whole = part.word && matchName(`${part.word} ${part.name}`, name);
  if (typeof whole === 'number') return whole;
  // Of every kind, so after those of the kind that was named; inside of a name, so 3 is as good as it gets.
  const inside = matchName(part.name, name);
  if (inside === undefined) return undefined;
  const ends = ` ${nameKey(name)}`.endsWith(` ${nameKey(part.name)}`);
  return inside === 3 && ends ? 1 : inside;
}

async function matchPlaces(pool: pg.Pool, part: PlacePart, communes: readonly string[] | null): Promise<Match[]> {
  const key = nameKey(part.name);
  // One letter is in every name.
  const found = key.length > 1 ? await findPlaces(pool, key, communes, 'holds', CANDIDATES) : [];
  return found.flatMap((place) => {
    const rank = rankOf(part, place);
    return rank === undefined ? [] : { place, rank };
  });
}

const byRank = (a: Match, b: Match) => a.rank - b.rank || b.place.parcels - a.place.parcels;

const joinedNames = ({ asOne }: PlaceQuestion) => asOne.filter(({ one }) => one);

/** The parts by which a place is looked up: those that may be one name are one where a hamlet is called so. */
async function partsOf(pool: pg.Pool, question: PlaceQuestion): Promise<readonly PlacePart[]> {
  const found = await Promise.all(joinedNames(question).map((part) => matchPlaces(pool, part, null)));
  const isCalled = found.some((matches) => matches.some(({ rank }) => rank <= WHOLE_NAME));
  return isCalled ? question.asOne : question.parts;
}

/** Names that are nearly like one of the parts, or like the whole piece that was taken apart; the likest first. */
async function listNearly(
  pool: pg.Pool,
  names: readonly string[],
  communes: readonly string[] | null,
): Promise<FoundPlace[]> {
  // Heard, y and i are one letter everywhere: "lym hạ".
  const keys = names.map(nameKey).flatMap((key) => [key, key.replaceAll('y', 'i')]);
  const near = await Promise.all([...new Set(keys)].map((key) => findPlaces(pool, key, communes, 'nearly', NEARLY)));
  const all = near.flat();
  return all.filter(
    (place, i) => all.findIndex((one) => one.name === place.name && one.commune.code === place.commune.code) === i,
  );
}

/** What a question says of a place, looked up: units, and hamlets or streets inside of them or anywhere. */
export async function resolvePlace(pool: pg.Pool, question: PlaceQuestion): Promise<ResolvedPlace> {
  const [known, successions] = await Promise.all([listKnownUnits(pool), listSuccessions(pool)]);
  const graph = { units: known, successions };
  const { unitCode, whole } = question;
  const asOneName = whole.flatMap((name) => matchPart(graph, { kind: 'any', name }).filter(({ rank }) => rank <= 2));
  const parts = asOneName.length === 0 ? await partsOf(pool, question) : question.parts;
  const saidCommune = parts.some(({ kind }) => kind === 'commune');
  const named = parts.map((part) => ({
    part,
    units: part.kind === 'local' || (part.kind === 'any' && saidCommune) ? [] : matchPart(graph, part),
  }));
  const units = rankUnits(graph, unitCode, [...asOneName, ...named.flatMap((one) => one.units)]);
  const local = named.filter(
    ({ part, units: found }) => part.kind === 'local' || (part.kind === 'any' && found.length === 0),
  );
  // "lang giang" can be a hamlet called Giang; where a commune is called Lạng Giang, that does not narrow anything.
  const within = local.length > 0 && asOneName.length === 0;
  // One bare name can be that of a commune and of a hamlet in another one.
  const alone = named.length === 1 && parts[0]?.kind === 'any' ? named : [];
  const communes = within && units.length > 0 ? presentCodes(graph, bestUnits(units)) : null;
  const asked = local.length > 0 ? local : alone;
  const found = (await Promise.all(asked.map(({ part }) => matchPlaces(pool, part, communes)))).flat().toSorted(byRank);
  const best = Math.min(found[0]?.rank ?? Infinity, units[0]?.rank ?? Infinity);
  const resolved = { graph, units, within, best };
  if (found.length > 0 || (units.length > 0 && !within)) {
    const places = found.slice(0, SHOWN).map(({ place }) => place);
    return { ...resolved, places, nearly: false };
  }
  // Only now: to compare with everything that is nearly like it costs more than all the rest.
  const joined = joinedNames(question).map(({ name }) => name);
  const names = [...joined, ...asked.map(({ part }) => part.name)];
  const inside = await listNearly(pool, names, communes);
  if (inside.length === 0 && joined.length === 0) {
    // With the word of its kind more of a short name is alike.
    const whole = asked.flatMap(({ part }) => (part.word ? `${part.word} ${part.name}` : []));
    return { ...resolved, places: await listNearly(pool, whole, communes), nearly: true };
  }
  if (inside.length > 0) return { ...resolved, places: inside, nearly: true };
  // The commune was read out of a piece that may be the name of a hamlet, so it is not sure either.
  return { ...resolved, units: [], places: await listNearly(pool, joined, null), nearly: true };
}
