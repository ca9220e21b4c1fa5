import type pg from 'pg';
import { type FeatureQuestion, type FeatureRow, findMoments } from '../db/ogc/moments.ts';
import { countParcelFeatures, filterParcelFeatures, listParcelFeatures } from '../db/ogc/parcel-features.ts';
import { countSmallFeatures, listSmallFeatures, type SmallCollection } from '../db/ogc/small-features.ts';
import type { OpenCollection } from '../domain/ogc/collections.ts';
import type { OgcSystem } from '../domain/ogc/ogc-systems.ts';
import type { OgcFrame } from './describe-service.ts';
import { featureJson } from './feature-json.ts';
import { GEOJSON, HTML_TYPE, JSON_TYPE, type Link, linksOf, selfLinks } from './ogc-links.ts';
import { type ItemsQuery, type ItemsQuestion, readItemsQuestion } from './read-question.ts';

/** One page of features. */
export interface ItemsPage {
  readonly rows: readonly FeatureRow[];
  readonly system: OgcSystem;
  /** The moment all pages of this read are of. */
  readonly asOf: string;
  /** On the first page, where it was counted. */
  readonly matched: number | null;
  readonly links: readonly Link[];
}

/** The table of a collection that is no parcels', and what of the question it is told by. */
const smallOf = ({ id, layer }: OpenCollection, question: FeatureQuestion): [SmallCollection, FeatureQuestion] =>
  layer === undefined
    ? [id as SmallCollection, question]
    : ['layers', { ...question, asked: { ...question.asked, layer } }];

const listFeatures = (pool: pg.Pool, collection: OpenCollection, question: FeatureQuestion, system: OgcSystem) =>
  collection.id === 'parcels'
    ? listParcelFeatures(pool, question, collection.shown ? system : null)
    : listSmallFeatures(pool, ...smallOf(collection, question), system);

const countFeatures = (pool: pg.Pool, collection: OpenCollection, question: FeatureQuestion) =>
  collection.id === 'parcels'
    ? countParcelFeatures(pool, question)
    : countSmallFeatures(pool, ...smallOf(collection, question));

/** Path and query of a page, with some parameters put in place of those that were asked. */
function addressOf(collection: OpenCollection, query: ItemsQuery, change: Readonly<Record<string, string>>): string {
  const { f: _form, ...kept } = query;
  const all = Object.entries({ ...kept, ...change }).filter((pair) => pair[1] !== undefined);
  const text = new URLSearchParams(all.map(([name, value]) => [name, String(value)])).toString();
  return `/collections/${collection.id}/items${text && `?${text}`}`;
}

interface FoundPage {
  readonly shown: readonly FeatureRow[];
  /** Id after which the next page begins. */
  readonly next: string | null;
  /** Null where it was not counted. */
  readonly counted: number | null;
}

async function readPage(
  pool: pg.Pool,
  collection: OpenCollection,
  question: FeatureQuestion,
  system: OgcSystem,
  limit: number,
): Promise<FoundPage> {
  const rows = await listFeatures(pool, collection, question, system);
  const shown = rows.slice(0, limit);
  const more = rows.length > limit;
  const counted = more && question.after === null ? await countFeatures(pool, collection, question) : rows.length;
  return { shown, next: more ? shown.at(-1)!.id : null, counted };
}

/** What a filter finds is counted where it is one page: else counting would be reading all. */
async function readFiltered(
  pool: pg.Pool,
  collection: OpenCollection,
  question: FeatureQuestion,
  system: OgcSystem,
  filter: NonNullable<ItemsQuestion['filter']>,
): Promise<FoundPage> {
  const { rows, next } = await filterParcelFeatures(pool, question, collection.shown ? system : null, filter);
  return { shown: rows, next, counted: next === null ? rows.length : null };
}

/**
 * One page of a collection, by id after an id. The first page fixes the moment, and `next` carries it, so that all pages together are the
 * collection as it was then, whatever is registered while they are read.
 */
export async function listItems(
  pool: pg.Pool,
  collection: OpenCollection,
  query: ItemsQuery,
  { publicUrl, language, form }: OgcFrame,
): Promise<ItemsPage> {
  const { system, limit, after, asked, within, time, asOf, filter } = readItemsQuestion(collection, query);
  const moments = await findMoments(pool, asOf, time);
  const question = { ...moments, after, limit: limit + 1, asked, within: within === 'nothing' ? null : within };
  const nothing = within === 'nothing';
  const found = nothing
    ? { shown: [], next: null, counted: 0 }
    : filter
      ? await readFiltered(pool, collection, { ...question, limit }, system, filter)
      : await readPage(pool, collection, question, system, limit);
  const { shown, counted } = found;
  const link = linksOf(publicUrl, language);
  const type = form === 'html' ? HTML_TYPE : GEOJSON;
  const next = found.next && addressOf(collection, query, { asOf: moments.asOf, after: found.next, f: form });
  return {
    rows: shown,
    system,
    asOf: moments.asOf,
    matched: after === null ? counted : null,
    links: [
      ...selfLinks(link, addressOf(collection, query, {}), GEOJSON, form),
      ...(next ? [link(next, 'next', type, 'link.next')] : []),
      link(`/collections/${collection.id}`, 'collection', JSON_TYPE, 'link.collection'),
    ],
  };
}

/** A page as GeoJSON (RFC 7946; in another system than CRS84 by Part 2, 7). */
export function itemsJson(collection: OpenCollection, { rows, asOf, matched, links }: ItemsPage): string {
  const head = JSON.stringify({
    type: 'FeatureCollection',
    timeStamp: asOf,
    ...(matched === null ? {} : { numberMatched: matched }),
    numberReturned: rows.length,
    links,
  });
  return `${head.slice(0, -1)},"features":[${rows.map((row) => featureJson(collection, row)).join(',')}]}`;
}
