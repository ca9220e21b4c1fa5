import type pg from 'pg';
import { listPortalLayers } from '../db/portal/layers.ts';
import { readPublication } from '../db/reference/publication.ts';
import type { Actor } from '../domain/actor.ts';
import { hasRole } from '../domain/actor.ts';
import { COLLECTIONS, layerCollection, type OpenCollection, openCollection } from '../domain/ogc/collections.ts';
import { Problem } from '../domain/problem/problem.ts';
import { type ChannelPolicy, EVERYTHING, type Publication } from '../domain/publication/publication-policy.ts';
import { STAFF_ROLES } from '../domain/role.ts';

/** What may be told through the OGC API: to staff all that is public of a parcel, to a business what the look-up tells, else the channel's own. */
function tellable(publication: Publication, actor: Actor | null): ChannelPolicy {
  if (actor && hasRole(actor, [...STAFF_ROLES, 'admin'])) return EVERYTHING;
  return actor && hasRole(actor, ['business']) ? publication.lookup : publication.ogc;
}

/** What this asker may be told of parcels, as drawn: throws publication.closed where shapes are not. */
export async function requireShapes(pool: pg.Pool, actor: Actor | null): Promise<ChannelPolicy> {
  const policy = tellable(await readPublication(pool), actor);
  if (!policy.allows('geometry')) throw new Problem('publication.closed');
  return policy;
}

/** The collections that this asker sees, with the fields he sees of them. */
export async function listOpenCollections(pool: pg.Pool, actor: Actor | null): Promise<OpenCollection[]> {
  const [publication, layers] = await Promise.all([readPublication(pool), listPortalLayers(pool, null)]);
  const policy = tellable(publication, actor);
  const ofLayers = layers.filter(({ channels }) => channels.includes('ogc')).map(layerCollection);
  return [...COLLECTIONS, ...ofLayers].flatMap((collection) => openCollection(collection, policy) ?? []);
}

/** One of them. Throws collection.not_found, also for one that is withheld. */
export async function requireCollection(pool: pg.Pool, actor: Actor | null, id: string): Promise<OpenCollection> {
  const found = (await listOpenCollections(pool, actor)).find((collection) => collection.id === id);
  if (!found) throw new Problem('collection.not_found');
  return found;
}
