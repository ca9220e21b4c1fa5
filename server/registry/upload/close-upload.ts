import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import { endUpload } from '../../db/staging/uploads.ts';
import type { Actor } from '../../domain/actor.ts';

/** Ends an upload that its sender gave up, or whose bytes are not the announced ones. */
export function closeUpload(
  pool: pg.Pool,
  actor: Actor,
  uploadId: string,
  status: 'refused' | 'ended',
): Promise<boolean> {
  return actAs(pool, actor, (trx) => endUpload(trx, uploadId, status, null));
}
