import { listAddresses, type ParcelSearch, type SearchArea, searchParcels } from '../../db/portal/search.ts';
import type { RegisteredParcel } from '../../domain/contract/portal/portal-parcels.ts';
import { placeIdentity, placeNames } from '../../domain/publication/place-name.ts';
import type { LandQuestion } from '../../domain/question/land-question.ts';
import type { ParcelNumbers } from '../../domain/question/read-parcel.ts';
import { bestUnits, chainOf, toFoundCommune, type UnitGraph, type UnitMatch } from '../batch/match-units.ts';
import { mayAsk } from '../portal/find-portal-parcels.ts';
import { findNear } from './find-near.ts';
import { type ResolvedPlace, resolvePlace } from './resolve-place.ts';
import { type Found, NOTHING, type SearchContext, toParcelList } from './search-context.ts';

/**
 * Where the parcels of a named unit are to be looked for. A present unit: all its land. A former one: the land of its
 * successors, without the sheets that were numbered in some other former unit, whose sheet 12 is not the one that was
 * meant; but where it is not published in which unit a sheet was numbered, that must not be found out by asking.
 */
function areaOf({ policy }: SearchContext, graph: UnitGraph, { unit }: UnitMatch): SearchArea {
  const chain = chainOf(graph, unit);
  const communes = chain.filter(({ validTo }) => validTo === null).map(({ code }) => code);
  const former = unit.validTo !== null && policy.allows('numberedIn');
  return former ? { communes, numberedIn: chain } : { communes };
}

/** The areas that the units of a place mean; none where nothing is called so. */
export const areasOf = (
  context: SearchContext,
  { graph, units }: Pick<ResolvedPlace, 'graph' | 'units'>,
): SearchArea[] => bestUnits(units).map((match) => areaOf(context, graph, match));

/** Whether a hamlet or street was named, so that addresses decide which parcels are meant. */
export const namesHamlet = ({ places, nearly }: ResolvedPlace): boolean => places.length > 0 && !nearly;

/** Ids of the parcels that fit and lie in one of the places, by the rule by which places were read out of addresses. */
async function listInPlaces(
  context: SearchContext,
  search: ParcelSearch,
  { places }: ResolvedPlace,
): Promise<string[]> {
  const wanted = new Set(places.map(({ name, commune }) => `${commune.code} ${placeIdentity(name)}`));
  const communes = [...new Set(places.map(({ commune }) => commune.code))];
  const rows = await listAddresses(context.pool, { ...search, areas: [{ communes }] });
  const isIn = new Map<string, boolean>();
  const lies = (commune: string, address: string): boolean => {
    const known = isIn.get(`${commune} ${address}`);
    if (known !== undefined) return known;
    const found = placeNames(address).some((name) => wanted.has(`${commune} ${placeIdentity(name)}`));
    isIn.set(`${commune} ${address}`, found);
    return found;
  };
  return rows.filter(({ commune, address }) => lies(commune, address)).map(({ id }) => id);
}

/** The search narrowed to a place; undefined where nothing registered has that name. */
async function narrow(
  context: SearchContext,
  search: ParcelSearch,
  place: ResolvedPlace,
): Promise<ParcelSearch | undefined> {
  const areas = areasOf(context, place);
  if (!namesHamlet(place)) return areas.length > 0 ? { ...search, areas } : undefined;
  const inPlaces = await listInPlaces(context, search, place);
  if (place.within || areas.length === 0) return { ...search, ids: inPlaces };
  return { ...search, areas, orIds: inPlaces };
}

type NumberedQuestion = Extract<LandQuestion, { kind: 'parcel' | 'sheet' }>;

/** What a question means: its first reading, then what else its numbers can be. */
function readingsOf(question: NumberedQuestion): ParcelNumbers[] {
  const { sheet } = question;
  const first = { ...(sheet !== undefined && { sheet }), ...(question.kind === 'parcel' && { no: question.no }) };
  return [first, ...(question.kind === 'parcel' ? question.also : [])];
}

/** Parcels by sheet and number, or all of a sheet; in a place, or in the whole register. */
export async function findNumbered(context: SearchContext, question: NumberedQuestion): Promise<Found> {
  const { pool, policy, limit, before, at } = context;
  const place = question.place && (await resolvePlace(pool, question.place));
  const communes = place ? place.units.map(({ unit }) => toFoundCommune(place.graph, unit)) : [];
  const found = { ...NOTHING, communes, places: place ? [...place.places] : [] };
  const readings = readingsOf(question);
  const [first = {}] = readings;
  const { sheet, no } = first;
  if (!mayAsk(policy, { sheet, no, commune: place, at })) return found;
  const narrowed = async (search: ParcelSearch) => (place ? narrow(context, search, place) : search);
  const look = async (search: ParcelSearch): Promise<RegisteredParcel[]> => {
    const there = await narrowed(search);
    return there ? searchParcels(pool, there, limit + 1) : [];
  };
  const lookAll = async (more: Pick<ParcelSearch, 'withEnded'>) => {
    const asked = readings.filter((reading) => mayAsk(policy, reading));
    const rows = (await Promise.all(asked.map((reading) => look({ ...reading, before, ...more })))).flat();
    return rows.filter(({ id }, i) => rows.findIndex((row) => row.id === id) === i);
  };
  let rows = await lookAll({});
  if (context.typing && sheet !== undefined && no !== undefined && rows.length <= limit) {
    const longer = await look({ sheet, noPrefix: no, before });
    rows = [...rows, ...longer.filter(({ id }) => !rows.some((row) => row.id === id))];
  }
  // Papers outlive parcels: a number that no parcel has today is looked for among those that had it.
  if (rows.length === 0 && no !== undefined) rows = await lookAll({ withEnded: true });
  if (rows.length > 0 || context.typing) return { ...found, ...toParcelList(context, rows) };
  const there = await narrowed({ before });
  return { ...found, ...(await findNear(context, first, there, place !== undefined)) };
}
