import type pg from 'pg';
import { listOwnLand, listOwnLooks, listOwnPapers, listOwnRequests } from '../../db/lookup/own-record.ts';
import type { Actor } from '../../domain/actor.ts';
import type { OwnRecord } from '../../domain/contract/parcel/own-record.ts';
import { asStaff } from '../kit/as-staff.ts';
import { createIdentityCipher } from '../store/identity-cipher.ts';

const MOST = 200;

/**
 * What the register holds of the actor: by the identity number that the identity provider vouches for, and by nothing that anybody typed. Where it
 * vouches for none, nothing is shown.
 */
export async function getOwnRecord(pool: pg.Pool, personalDataKey: Buffer, actor: Actor): Promise<OwnRecord> {
  if (actor.identityNumber === undefined) return { vouched: false, land: [], requests: [], papers: [], looks: [] };
  const hash = createIdentityCipher(personalDataKey).hash(actor.identityNumber);
  return asStaff(pool, actor, async (trx) => ({
    vouched: true,
    land: await listOwnLand(trx, hash, MOST),
    requests: await listOwnRequests(trx, hash, MOST),
    papers: await listOwnPapers(trx, hash, MOST),
    looks: await listOwnLooks(trx, hash, MOST),
  }));
}
