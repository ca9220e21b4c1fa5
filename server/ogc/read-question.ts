import type { FeatureQuestion } from '../db/ogc/moments.ts';
import type { Asked } from '../domain/contract/contract.ts';
import type { listOgcItems } from '../domain/contract/ogc.ts';
import type { OpenCollection } from '../domain/ogc/collections.ts';
import { checkFilter } from '../domain/ogc/filter/check-filter.ts';
import { type Bounds, type Filter, NoFilter } from '../domain/ogc/filter/filter.ts';
import { narrowBy } from '../domain/ogc/filter/narrow-by.ts';
import { readFilterText } from '../domain/ogc/filter/read-filter-text.ts';
import { CRS84, findOgcSystem, type OgcSystem } from '../domain/ogc/ogc-systems.ts';
import { readBbox } from '../domain/ogc/read-bbox.ts';
import { type AskedTime, readDatetime } from '../domain/ogc/read-datetime.ts';
import { Problem } from '../domain/problem/problem.ts';
import { isFiltered, systemsOf } from './describe-collection.ts';

export type ItemsQuery = Asked<typeof listOgcItems>['query'];

/** Features of a page: as many as an answer of a moment holds. */
export const MOST_FEATURES = 5000;
export const DEFAULT_FEATURES = 100;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Fields by which parcels are found without reading all. */
const INDEXED = ['code', 'communeCode', 'sheet', 'no'] as const;

/** A shape of a layer is called by its number in the file it came from. */
const NUMBER = /^\d{1,9}$/;

/** What a query asks, before the database is asked of which moment. */
export interface ItemsQuestion {
  readonly system: OgcSystem;
  readonly limit: number;
  readonly after: string | null;
  readonly asked: FeatureQuestion['asked'];
  /** 'nothing': a box in which nothing of here can be. */
  readonly within: FeatureQuestion['within'] | 'nothing';
  readonly time: AskedTime | null;
  readonly asOf: string | null;
  readonly filter: { readonly filter: Filter; readonly filterSystem: OgcSystem } | null;
}

const refuse = (field: string, message: string): never => {
  throw new Problem('request.invalid', { errors: [{ field, message }] });
};

/** The system of a name; one that the collection does not list is refused (Part 2, 6.3). */
export function readSystem(collection: OpenCollection, name: string | undefined, field: string): OgcSystem {
  const system = name === undefined ? CRS84 : findOgcSystem(name);
  if (!system || !systemsOf(collection).includes(system)) return refuse(field, 'one of "crs" of the collection');
  return system;
}

function readAsked(collection: OpenCollection, query: ItemsQuery): Record<string, string> {
  const asked: Record<string, string> = {};
  for (const name of INDEXED) {
    const value = query[name];
    if (value === undefined) continue;
    // A field that is withheld is not one to ask by, so that nobody finds it out by asking.
    if (!collection.fields.some((field) => field.name === name && field.asked))
      refuse(name, 'not a queryable of this collection');
    asked[name] = value;
  }
  return asked;
}

/** The filter of a query (Part 3, 8), checked against what this asker may ask by. */
function readFilter(collection: OpenCollection, query: ItemsQuery): ItemsQuestion['filter'] {
  const { filter: text, 'filter-lang': language = 'cql2-text' } = query;
  const filterSystem = readSystem(collection, query['filter-crs'], 'filter-crs');
  if (text === undefined) return null;
  if (!isFiltered(collection)) return refuse('filter', 'this collection has no queryables');
  try {
    const given = language === 'cql2-text' ? readFilterText(text) : readJson(text);
    return { filter: checkFilter(given, { fields: collection.fields, shaped: collection.shown }), filterSystem };
  } catch (error) {
    if (error instanceof NoFilter) return refuse('filter', error.message);
    throw error;
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoFilter('no JSON');
  }
}

const boundsText = (bounds: Bounds): string => bounds.join(',');

/** The question of a query. Throws request.invalid. */
export function readItemsQuestion(collection: OpenCollection, query: ItemsQuery): ItemsQuestion {
  const system = readSystem(collection, query.crs, 'crs');
  const boxSystem = readSystem(collection, query['bbox-crs'], 'bbox-crs');
  const box = query.bbox === undefined ? null : readBbox(query.bbox, boxSystem.uri);
  if (box === undefined)
    return refuse('bbox', 'minimum and maximum of each axis, four or six numbers, by the axis order of bbox-crs');
  const time = query.datetime === undefined ? null : readDatetime(query.datetime);
  if (time === undefined) return refuse('datetime', 'RFC 3339: an instant, a day, or an interval a/b, ../b, a/..');
  const asOf = query.asOf === undefined ? null : readDatetime(query.asOf);
  if (asOf === undefined || (asOf && asOf.from !== asOf.to)) return refuse('asOf', 'an instant, as "next" gives it');
  const after = query.after ?? null;
  if (after !== null && collection.id !== 'communes' && !(collection.layer === undefined ? UUID : NUMBER).test(after))
    return refuse('after', 'as "next" gives it');
  // What has no time fits every time (Part 1, 7.15.4); what is shown without its shape cannot be found by it.
  const timed = collection.timed === null ? null : time;
  if (timed && !collection.mayTell) return refuse('datetime', 'not published for this collection');
  if (box !== null && !collection.shown) return refuse('bbox', 'not published for this collection');
  const filter = readFilter(collection, query);
  const narrowed = filter && narrowBy(filter.filter, INDEXED);
  // By index as far as it goes; the filter is held against each all the same.
  const place =
    box === null && filter && narrowed?.bounds
      ? (readBbox(boundsText(narrowed.bounds), filter.filterSystem.uri) ?? null)
      : box;
  return {
    system,
    limit: Math.min(query.limit ?? DEFAULT_FEATURES, MOST_FEATURES),
    after,
    asked: { ...narrowed?.asked, ...readAsked(collection, query) },
    within: place,
    time: timed,
    asOf: asOf?.from ?? null,
    filter,
  };
}
