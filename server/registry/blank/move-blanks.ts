import { createHash } from 'node:crypto';
import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { lockAnswer } from '../../db/dealing/answers.ts';
import { findMoveByRequest, insertBlanks, insertMove, moveBlanks as moveRows } from '../../db/document/blanks.ts';
import type { Actor } from '../../domain/actor.ts';
import { type BlankMove, readBlankSerial, serialsFrom } from '../../domain/certificate/blank.ts';
import type { MoveBlanks } from '../../domain/contract/paper/blanks.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/**
 * Notes a move of a run of blanks in the ledger, all of them or none: into the store, out to who prints, back, spoiled, lost. A
 * repetition gets the first move.
 */
export async function moveBlanks(pool: pg.Pool, actor: Actor, asked: MoveBlanks, key: string): Promise<BlankMove> {
  const { kind, quantity, givenTo = null, reason = null, document = null } = asked;
  const first = readBlankSerial(asked.firstSerial);
  const serials = first && serialsFrom(first, quantity);
  if (!serials) throw new Problem('blank.serial_unfit');
  if (kind === 'given' && givenTo === null) throw new Problem('blank.holder_missing');
  if (kind === 'received' && document === null) throw new Problem('blank.document_missing');
  if ((kind === 'spoiled' || kind === 'lost') && reason === null) throw new Problem('blank.reason_missing');
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest();
  return asStaff(pool, actor, async (trx) => {
    await lockAnswer(trx, actor.id, 'moveBlanks', key);
    const before = await findMoveByRequest(trx, actor.id, key);
    if (before && !before.asked.equals(digest)) throw new Problem('idempotency.key_reused');
    if (before) return before.move;
    const moved = kind === 'received' ? await insertBlanks(trx, serials) : await moveRows(trx, kind, serials, givenTo);
    if (moved < serials.length) throw new Problem(kind === 'received' ? 'blank.serial_taken' : 'blank.move_refused');
    const move = await insertMove(trx, {
      kind,
      firstSerial: serials[0]!,
      lastSerial: serials.at(-1)!,
      quantity,
      givenTo: kind === 'given' ? givenTo : null,
      reason,
      document,
      dealingId: null,
      movedBy: actor.id,
      requestKey: key,
      asked: digest,
    });
    await writeAudit(trx, {
      actor: actor.id,
      action: `blank.${kind}`,
      subjectKind: 'blank',
      subjectId: move.firstSerial,
      body: { last: move.lastSerial, quantity, moveNo: move.moveNo },
    });
    return move;
  });
}
