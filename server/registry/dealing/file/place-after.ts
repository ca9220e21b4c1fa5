import { type DealingInHand, lockDealing } from '../../../db/dealing/dealings.ts';
import { lockLater, nextFileNo } from '../../../db/dealing/file/members.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { Actor } from '../../../domain/actor.ts';
import { isParcelKind } from '../../../domain/dealing/dealing-kind.ts';
import { isOwn } from '../../../domain/dealing/step-rule.ts';
import { Problem } from '../../../domain/problem/problem.ts';

/** Dealings that one file can hold. */
const MOST = 20;

/** Where in a file a dealing stands, and in which commune all of the file is. */
export interface FilePlace {
  readonly fileId: string;
  readonly fileNo: number;
  readonly communeCode: string;
  /** Where paper books registered all of it before. */
  readonly entered: DealingInHand['entered'];
}

/**
 * The place after the last dealing of a file, named by any of them; the file is held, so that nobody else takes the place.
 * Throws dealing.not_found, and dealing.file_closed where nothing can follow.
 */
export async function placeAfter(trx: Trx, actor: Actor, after: string): Promise<FilePlace> {
  const named = await lockDealing(trx, after);
  if (!named) throw new Problem('dealing.not_found');
  const first = named.fileNo === 1 ? named : await lockDealing(trx, named.fileId);
  if (!first) throw new Error(`file ${named.fileId} without its first dealing`);
  const open = named.status === 'draft' && first.status === 'draft';
  if (!open || !isOwn(first, actor) || !isParcelKind(first.kind))
    throw new Problem('dealing.file_closed', { state: first.status });
  const fileNo = await nextFileNo(trx, first.dealingId);
  if ((await lockLater(trx, first)).length + 1 >= MOST) throw new Problem('dealing.file_closed');
  return { fileId: first.dealingId, fileNo, communeCode: first.communeCode, entered: first.entered };
}
