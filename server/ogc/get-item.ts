import type pg from 'pg';
import type { FeatureRow } from '../db/ogc/moments.ts';
import { findParcelFeature } from '../db/ogc/parcel-features.ts';
import { findLayerFeature, findSmallFeature } from '../db/ogc/small-features.ts';
import type { OpenCollection } from '../domain/ogc/collections.ts';
import type { OgcSystem } from '../domain/ogc/ogc-systems.ts';
import { Problem } from '../domain/problem/problem.ts';
import type { OgcFrame } from './describe-service.ts';
import { featureJson } from './feature-json.ts';
import { GEOJSON, JSON_TYPE, type Link, linksOf, selfLinks } from './ogc-links.ts';
import { readSystem } from './read-question.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface ItemPage {
  readonly row: FeatureRow;
  readonly system: OgcSystem;
  readonly links: readonly Link[];
}

async function findFeature(
  pool: pg.Pool,
  collection: OpenCollection,
  id: string,
  system: OgcSystem,
): Promise<FeatureRow | undefined> {
  if (collection.layer !== undefined) return findLayerFeature(pool, collection.layer, id, system);
  if (collection.id === 'communes') return findSmallFeature(pool, 'communes', id, system);
  if (!UUID.test(id)) return undefined;
  return collection.id === 'parcels'
    ? findParcelFeature(pool, id, collection.shown ? system : null)
    : findSmallFeature(pool, 'sheets', id, system);
}

/** One feature by its id, a parcel in its last state. Throws feature.not_found. */
export async function getItem(
  pool: pg.Pool,
  collection: OpenCollection,
  id: string,
  crs: string | undefined,
  { publicUrl, language, form }: OgcFrame,
): Promise<ItemPage> {
  const system = readSystem(collection, crs, 'crs');
  const row = await findFeature(pool, collection, id, system);
  if (!row) throw new Problem('feature.not_found');
  const link = linksOf(publicUrl, language);
  const path = `/collections/${collection.id}/items/${encodeURIComponent(row.id)}`;
  const asked = crs === undefined ? path : `${path}?crs=${encodeURIComponent(crs)}`;
  return {
    row,
    system,
    links: [
      ...selfLinks(link, asked, GEOJSON, form),
      link(`/collections/${collection.id}`, 'collection', JSON_TYPE, 'link.collection'),
    ],
  };
}

/** One feature as GeoJSON. */
export const itemJson = (collection: OpenCollection, { row, links }: ItemPage): string =>
  featureJson(collection, row, `,"links":${JSON.stringify(links)}`);
