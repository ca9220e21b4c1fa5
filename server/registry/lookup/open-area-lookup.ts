import { createHash } from 'node:crypto';
import { listCodesWithin } from '../../db/portal/codes-within.ts';
import { readPublication } from '../../db/reference/publication.ts';
import { type Actor, hasRole } from '../../domain/actor.ts';
import { areaName, isFitArea, type LookupArea } from '../../domain/lookup/lookup-area.ts';
import { LOOKUP_BOUNDS } from '../../domain/lookup/lookup-bounds.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { CHANNEL_FIELDS, requireOpen } from '../../domain/publication/publication-policy.ts';
import { STAFF_ROLES } from '../../domain/role.ts';
import { type LookupDesk, openLookup } from './open-lookup.ts';

/**
 * Takes the parcels of an area as a table of their codes and looks them up: answered, counted against the day and handed out like any other.
 * What a look-up tells must be open in bulk as well, or nothing is told: whoever asks for an area asks for all that is in it. Throws
 * lookup.area_unfit, lookup.area_empty, lookup.too_many_rows, publication.closed.
 */
export async function openAreaLookup(
  desk: LookupDesk,
  actor: Actor,
  { polygon, key }: { readonly polygon: LookupArea; readonly key: string },
): Promise<{ lookupId: string }> {
  if (!isFitArea(polygon)) throw new Problem('lookup.area_unfit');
  if (!hasRole(actor, STAFF_ROLES)) {
    const { bulk, lookup } = await readPublication(desk.portal);
    requireOpen(bulk);
    if (CHANNEL_FIELDS.bulk.some((field) => lookup.allows(field) && !bulk.allows(field)) || !bulk.allows('code'))
      throw new Problem('publication.closed');
  }
  const said = JSON.stringify(polygon);
  const codes = await listCodesWithin(desk.portal, said, LOOKUP_BOUNDS.rows + 1);
  if (codes.length === 0) throw new Problem('lookup.area_empty');
  if (codes.length > LOOKUP_BOUNDS.rows) throw new Problem('lookup.too_many_rows');
  return openLookup(desk, actor, {
    table: { heads: ['code'], fields: ['code'], records: () => codes.map((code) => [code]) },
    // Of what was asked, not of what was found: asked again with its key it is the same look-up.
    digest: createHash('sha256').update(said).digest(),
    key,
    name: areaName(polygon).slice(0, LOOKUP_BOUNDS.name),
    purpose: null,
  });
}
