import type pg from 'pg';
import { type DegreeBox, findLandExtent, findLayerExtents } from '../db/ogc/small-features.ts';
import { findRegistrationSpan } from '../db/portal/front.ts';
import type { OpenCollection } from '../domain/ogc/collections.ts';
import { CRS84, OGC_SYSTEMS, type OgcSystem } from '../domain/ogc/ogc-systems.ts';
import type { OgcFrame } from './describe-service.ts';
import {
  GEOJSON,
  HTML_TYPE,
  JSON_TYPE,
  type Link,
  linksOf,
  QUERYABLES_REL,
  SCHEMA_JSON,
  selfLinks,
} from './ogc-links.ts';

import { isTiled, tilesLinks } from './tileset-documents.ts';

/** The systems whose coordinates may be told of a collection. */
export const systemsOf = ({ legal }: OpenCollection): readonly OgcSystem[] =>
  OGC_SYSTEMS.filter((system) => legal || !system.legal);

/** Whether features of it are found by a filter. */
export const isFiltered = ({ id }: Pick<OpenCollection, 'id'>): boolean => id === 'parcels';

/** Where and when the land of the register is. */
export interface Extent {
  readonly box: DegreeBox | null;
  readonly from: Date | null;
}

/** Where the land is, and each thematic layer, by its code. */
export interface CollectionExtents extends Extent {
  readonly layers: ReadonlyMap<string, DegreeBox>;
}

export async function findExtent(pool: pg.Pool): Promise<Extent> {
  const [box, span] = await Promise.all([findLandExtent(pool), findRegistrationSpan(pool)]);
  return { box, from: span.first };
}

export async function findExtents(pool: pg.Pool, collections: readonly OpenCollection[]): Promise<CollectionExtents> {
  const codes = collections.flatMap(({ layer }) => layer ?? []);
  const [extent, layers] = await Promise.all([findExtent(pool), findLayerExtents(pool, codes)]);
  return { ...extent, layers };
}

export interface CollectionDescription {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly itemType: 'feature';
  readonly links: readonly Link[];
  readonly crs: readonly string[];
  readonly storageCrs: string;
  readonly extent?: object;
}

/** One collection (Part 1, 7.14; Part 2, 6.2). Its extent is told where its shapes are. */
export function describeCollection(
  collection: OpenCollection,
  extents: CollectionExtents,
  registrySrid: number,
  { publicUrl, language, form }: OgcFrame,
): CollectionDescription {
  const link = linksOf(publicUrl, language);
  const path = `/collections/${collection.id}`;
  const systems = systemsOf(collection);
  const stored = systems.find(
    ({ srid, northFirst }) => srid === (collection.storageSrid ?? registrySrid) && !northFirst,
  );
  // A layer may well reach beyond the land that is registered, so it has its own.
  const box = collection.layer === undefined ? extents.box : extents.layers.get(collection.layer);
  const spatial = collection.shown && box ? { spatial: { bbox: [box], crs: CRS84.uri } } : {};
  const temporal =
    collection.timed && collection.timed.length > 0 && collection.mayTell && extents.from
      ? {
          temporal: {
            interval: [[extents.from.toISOString(), null]],
            trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
          },
        }
      : {};
  return {
    id: collection.id,
    title: collection.title[language],
    description: collection.description[language],
    itemType: 'feature',
    ...(collection.shown ? { extent: { ...spatial, ...temporal } } : {}),
    crs: systems.map(({ uri }) => uri),
    storageCrs: (stored ?? CRS84).uri,
    links: [
      ...selfLinks(link, path, JSON_TYPE, form),
      ...(isFiltered(collection)
        ? [
            link(`${path}/queryables?f=json`, QUERYABLES_REL, SCHEMA_JSON, 'link.queryables'),
            link(`${path}/queryables?f=html`, QUERYABLES_REL, HTML_TYPE, 'link.queryables'),
          ]
        : []),
      link(`${path}/items?f=json`, 'items', GEOJSON, 'link.items'),
      link(`${path}/items?f=html`, 'items', HTML_TYPE, 'link.items'),
      ...(isTiled(collection) ? tilesLinks(collection, { publicUrl, language, form }) : []),
    ],
  };
}
