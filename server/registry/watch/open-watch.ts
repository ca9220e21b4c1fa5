import { createHash, randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { readChannelPolicy } from '../../db/reference/publication.ts';
import { insertConfirmation } from '../../db/watch/deliveries.ts';
import { countWatches, findWatchByKey, insertWatch, measureArea } from '../../db/watch/watches.ts';
import type { Actor } from '../../domain/actor.ts';
import type { OpenedWatch, OpenWatch } from '../../domain/contract/watches.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { requireOpen } from '../../domain/publication/publication-policy.ts';
import { WATCH_BOUNDS } from '../../domain/watch/watch.ts';
import { asStaff } from '../kit/as-staff.ts';
import { requireUnit } from '../portal/describe-commune.ts';
import { getPortalParcel } from '../portal/get-portal-parcel.ts';
import { describeWatch } from './list-watches.ts';
import type { WatchCipher } from './watch-cipher.ts';

export interface WatchDesk {
  readonly pool: pg.Pool;
  readonly portal: pg.Pool;
  readonly cipher: WatchCipher;
  readonly registrySrid: number;
  /** Whether machines inside may be called, and without TLS. */
  readonly hooksInside: boolean;
}

const wrong = (field: string, message: string) => new Problem('watch.not_possible', { errors: [{ field, message }] });

/** Throws for an address that can never be called; where its name leads is judged at each call. */
function requireHook(text: string, inside: boolean): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'https:' && !(inside && url.protocol === 'http:'))) throw wrong('hook', 'https://…');
  if (url.username !== '' || url.password !== '' || url.hash !== '') throw wrong('hook', 'https://host/path');
  if (!inside && isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) throw wrong('hook', 'https://host.name');
}

/** Throws for a place that the public may not know, or that is none. */
async function requirePlace({ portal }: WatchDesk, { parcelId, commune, area }: OpenWatch): Promise<void> {
  if ([parcelId, commune, area].filter((one) => one !== undefined).length !== 1)
    throw wrong('parcelId', 'parcelId | commune | area');
  const policy = await readChannelPolicy(portal, 'lookup');
  requireOpen(policy);
  if (parcelId !== undefined) await getPortalParcel(portal, 'lookup', parcelId, undefined);
  // What lies where is told by being told of it.
  if (commune !== undefined) {
    if (!policy.allows('commune')) throw new Problem('publication.closed');
    const { former } = await requireUnit(portal, commune, undefined);
    if (former) throw new Problem('commune.not_found');
  }
  if (area !== undefined && !policy.allows('geometry')) throw new Problem('publication.closed');
}

/**
 * Begins to watch a parcel, a commune or an area. The same key again is the same watch. Its secret is told here and when this is repeated.
 * Throws watch.not_possible, watch.quota_exceeded, idempotency.key_reused, and what the place is refused for.
 */
export async function openWatch(desk: WatchDesk, actor: Actor, asked: OpenWatch, key: string): Promise<OpenedWatch> {
  const { cipher } = desk;
  const { name = '', parcelId = null, commune = null, area = null, mail, hook, language = 'vi' } = asked;
  if (mail === undefined && hook === undefined) throw wrong('mail', 'mail | hook');
  if (hook !== undefined) requireHook(hook, desk.hooksInside);
  await requirePlace(desk, asked);
  const digest = createHash('sha256')
    .update(JSON.stringify([name, parcelId, commune, area, mail, hook, language]))
    .digest();
  return asStaff(desk.pool, actor, async (trx) => {
    const { own, allowed } = await countWatches(trx, actor.id, dayOf(new Date()));
    const former = await findWatchByKey(trx, actor.id, key);
    if (former && !former.asked.equals(digest)) throw new Problem('idempotency.key_reused');
    const watchId = former?.watchId ?? randomUUID();
    if (!former) {
      if (own >= allowed) throw new Problem('watch.quota_exceeded');
      if (area) {
        const { valid, km2 } = await measureArea(trx, area);
        if (!valid || km2 === 0) throw wrong('area', 'polygon');
        if (km2 > WATCH_BOUNDS.areaKm2) throw wrong('area', `≤ ${WATCH_BOUNDS.areaKm2} km²`);
      }
      const sealed = {
        name: cipher.seal(name),
        mail: mail === undefined ? null : cipher.seal(mail),
        hook: hook === undefined ? null : cipher.seal(hook),
      };
      const row = {
        watchId,
        owner: actor.id,
        key,
        asked: digest,
        parcelId,
        communeCode: commune,
        area,
        language,
        ...sealed,
      };
      await insertWatch(trx, row, desk.registrySrid);
      if (mail !== undefined) await insertConfirmation(trx, watchId);
      await writeAudit(trx, {
        actor: actor.id,
        action: 'watch.opened',
        subjectKind: 'watch',
        subjectId: watchId,
        body: { parcelId, commune, area: area !== null, mail: mail !== undefined, hook: hook !== undefined },
      });
    }
    const row = (await findWatchByKey(trx, actor.id, key))!;
    return { watch: describeWatch(cipher, row, []), secret: hook === undefined ? null : cipher.secretOf(watchId) };
  });
}
