import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import { findUpload, setUploadLength, type UploadRow } from '../../db/staging/uploads.ts';
import { type Actor, actsIn, hasRole } from '../../domain/actor.ts';
import { isOfOneCommune, type UploadKind } from '../../domain/batch/upload.ts';
import { LAYER_BRINGERS } from '../../domain/layer/edition-step.ts';
import { Problem } from '../../domain/problem/problem.ts';

export type { UploadRow };

/**
 * An upload of this person that is on its way or was received. Another's is not found; one that is over is gone. Throws
 * Problem.
 */
export async function getUpload(pool: pg.Pool, actor: Actor, uploadId: string): Promise<UploadRow> {
  const upload = await actAs(pool, actor, (trx) => findUpload(trx, uploadId));
  if (!upload) throw new Problem('upload.not_found');
  if (upload.status === 'received') return upload;
  if (upload.status !== 'open' || upload.isExpired) throw new Problem('upload.gone', { state: upload.status });
  return upload;
}

/**
 * Whether this person may bring what is of no one commune. Boundaries are for those who serve all communes. A layer is for every officer and
 * surveyor: it holds nothing of the register, and nobody is shown it until somebody else has put it in force.
 */
export const bringsForAll = (actor: Actor, kind: UploadKind): boolean =>
  kind === 'layer' ? hasRole(actor, LAYER_BRINGERS) : actor.communes === '*';

/**
 * Whether this person may still bring in what the upload is for: rights may have changed since it was begun. Throws
 * auth.forbidden.
 */
export function requireUploadScope(
  actor: Actor,
  { communeCode, options }: Pick<UploadRow, 'communeCode' | 'options'>,
): void {
  const inScope = isOfOneCommune(options.kind)
    ? communeCode !== null && actsIn(actor, communeCode)
    : bringsForAll(actor, options.kind);
  if (!inScope) throw new Problem('auth.forbidden');
}

/** Notes the length of an upload that was begun without one. */
export function declareLength(pool: pg.Pool, actor: Actor, uploadId: string, byteLength: number): Promise<void> {
  return actAs(pool, actor, (trx) => setUploadLength(trx, uploadId, byteLength));
}
