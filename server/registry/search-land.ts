import type pg from 'pg';
import { findAtReadings, type SearchArea, searchParcels } from '../db/portal-search.ts';
import { listKnownUnits, listSuccessions } from '../db/portal-units.ts';
import { readPublication } from '../db/publication.ts';
import type { RegisteredParcel } from '../domain/contract/portal-parcels.ts';
import type { AskedQuestion, FoundPoint, SearchAnswer } from '../domain/contract/portal-search.ts';
import { transformer } from '../domain/crs.ts';
import { type LandQuestion, parseLandQuestion } from '../domain/land-question.ts';
import { endOfDay } from '../domain/legal-day.ts';
import { type Publication, requireOpen } from '../domain/publication.ts';
import { publishParcel } from '../domain/publish-parcel.ts';
import type { CoordinateReading } from '../domain/question/read-coordinates.ts';
import type { PlaceQuestion } from '../domain/question/read-place.ts';
import { systemName } from '../domain/system-name.ts';
import { mayAsk } from './find-portal-parcels.ts';
import { chainOf, matchUnits, toFoundCommune, type UnitGraph, type UnitMatch } from './match-units.ts';

const DEFAULT_LIMIT = 20;

interface Ask {
  readonly pool: pg.Pool;
  readonly publication: Publication;
  readonly limit: number;
  readonly before: Date | null;
  /** Day asked for, as text. */
  readonly at: string | undefined;
}

type Found = Pick<SearchAnswer, 'parcels' | 'more' | 'communes' | 'places' | 'points'>;
const NOTHING: Found = { parcels: [], more: false, communes: [], places: [], points: [] };

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

function pageOf({ publication, limit }: Ask, rows: readonly RegisteredParcel[]): Pick<Found, 'parcels' | 'more'> {
  return {
    parcels: rows.slice(0, limit).map((row) => publishParcel(publication, row)),
    more: rows.length > limit,
  };
}

async function readGraph(pool: pg.Pool): Promise<UnitGraph> {
  const [units, successions] = await Promise.all([listKnownUnits(pool), listSuccessions(pool)]);
  return { units, successions };
}

/** Only the best of the names that fit: who writes a whole name does not mean every name that begins so. */
const best = (matches: readonly UnitMatch[]): UnitMatch[] => matches.filter(({ rank }) => rank === matches[0]?.rank);

/**
 * Where the parcels of a named unit are to be looked for. A present unit: all its land. A former one: the land of its
 * successors, without the sheets that were numbered in some other former unit, whose sheet 12 is not the one that was
 * meant.
 */
function areaOf(graph: UnitGraph, { unit }: UnitMatch): SearchArea {
  const chain = chainOf(graph, unit);
  const communes = chain.filter(({ validTo }) => validTo === null).map(({ code }) => code);
  return unit.validTo === null ? { communes } : { communes, numberedIn: chain };
}

async function findNumbered(ask: Ask, question: Extract<LandQuestion, { kind: 'parcel' | 'sheet' }>): Promise<Found> {
  const place: PlaceQuestion | undefined = question.place;
  const graph = place && (await readGraph(ask.pool));
  const units = graph && place ? matchUnits(graph, place) : [];
  const communes = graph ? units.map(({ unit }) => toFoundCommune(graph, unit)) : [];
  const { sheet } = question;
  const no = question.kind === 'parcel' ? question.no : undefined;
  if (!mayAsk(ask.publication, { sheet, no, commune: place, at: ask.at })) return { ...NOTHING, communes };
  const search = {
    ...(sheet !== undefined && { sheet }),
    ...(no !== undefined && { no }),
    ...(graph && { areas: best(units).map((match) => areaOf(graph, match)) }),
    before: ask.before,
  };
  let rows = await searchParcels(ask.pool, search, ask.limit + 1);
  // Papers outlive parcels: a number that no parcel has today is looked for among those that had it.
  if (rows.length === 0 && no !== undefined) {
    rows = await searchParcels(ask.pool, { ...search, withEnded: true }, ask.limit + 1);
  }
  return { ...NOTHING, ...pageOf(ask, rows), communes };
}

function toPoint(
  reading: CoordinateReading,
  [lon, lat]: readonly [number, number],
): Omit<FoundPoint, 'commune' | 'parcelIds'> {
  const metres = 'east' in reading ? reading : { east: null, north: null };
  return {
    srid: reading.srid,
    systemName: systemName(reading.srid, 'vi'),
    east: metres.east,
    north: metres.north,
    lon,
    lat,
  };
}

async function findAtPoint(ask: Ask, readings: readonly CoordinateReading[]): Promise<Found> {
  const lonLats = readings.map((reading): [number, number] =>
    'lon' in reading ? [reading.lon, reading.lat] : transformer(reading.srid, 4326)([reading.east, reading.north]),
  );
  const hits = await findAtReadings(ask.pool, readings, lonLats, ask.before);
  const inside = hits.filter(({ parcelIds, communes }) => parcelIds.length > 0 || communes.length > 0);
  const mayShow = mayAsk(ask.publication, { at: ask.at }) && ask.publication.allows('lookup', 'geometry');
  const ids = mayShow ? [...new Set(inside.flatMap(({ parcelIds }) => parcelIds))] : [];
  const rows = await searchParcels(ask.pool, { ids, before: ask.before }, ask.limit + 1);
  const points = inside.map(({ at, parcelIds, communes }): FoundPoint => {
    const exact = communes.filter((commune) => commune.exact);
    const [only, other] = exact.length > 0 ? exact : communes;
    const parcel = rows.find(({ id }) => id === parcelIds[0]);
    // A point on a line between two, or in the boxes of several, is not given to one of them.
    const commune = parcel?.commune ?? (only && !other ? { code: only.code, name: only.name } : null);
    return { ...toPoint(readings[at]!, lonLats[at]!), commune, parcelIds: mayShow ? [...parcelIds] : [] };
  });
  points.sort((a, b) => Number(b.parcelIds.length > 0) - Number(a.parcelIds.length > 0));
  return { ...NOTHING, ...pageOf(ask, rows), points };
}

async function findByCode(ask: Ask, code: string): Promise<Found> {
  if (!mayAsk(ask.publication, { code, at: ask.at })) return NOTHING;
  const rows = await searchParcels(ask.pool, { code, before: ask.before, withEnded: true }, ask.limit + 1);
  return { ...NOTHING, ...pageOf(ask, rows) };
}

async function findPlace(ask: Ask, place: PlaceQuestion): Promise<Found> {
  const graph = await readGraph(ask.pool);
  return { ...NOTHING, communes: matchUnits(graph, place).map(({ unit }) => toFoundCommune(graph, unit)) };
}

function find(ask: Ask, question: LandQuestion): Found | Promise<Found> {
  switch (question.kind) {
    case 'none':
      return NOTHING;
    case 'code':
      return findByCode(ask, question.code);
    case 'coordinates':
      return findAtPoint(ask, question.readings);
    case 'place':
      return findPlace(ask, question.place);
    default:
      return findNumbered(ask, question);
  }
}

/** Answers what a person typed. Everything that fits is in the answer; nothing that fits is an empty answer. */
export async function searchLand(
  pool: pg.Pool,
  asked: { readonly q: string; readonly at?: string | undefined; readonly limit?: number | undefined },
): Promise<SearchAnswer> {
  const question = parseLandQuestion(asked.q);
  const publication = await readPublication(pool);
  requireOpen(publication, 'lookup');
  const before = asked.at === undefined ? null : endOfDay(asked.at);
  const ask = { pool, publication, limit: asked.limit ?? DEFAULT_LIMIT, before, at: asked.at };
  return { asked: describeQuestion(question), ...(await find(ask, question)) };
}
