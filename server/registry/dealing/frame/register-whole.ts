import { lockCommune } from '../../../db/dealing/commune-lock.ts';
import { moveDealing } from '../../../db/dealing/dealings.ts';
import { touchTiles } from '../../../db/dealing/tile-revisions.ts';
import { sendTogether } from '../../../db/kit/send-together.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { DealingKind } from '../../../domain/dealing/dealing-kind.ts';
import type { KindOfDealing } from '../dealing-kind-interface.ts';

/** What a kind found out about what is to be registered. */
export interface Judged<Subject, Plan> {
  readonly subject: Subject;
  readonly plan: Plan;
}

/**
 * Registers a dealing of any kind, whole or not at all: with the commune held it is judged again, since the world has moved;
 * then approved, written, and told to the tiles. `judge` throws, or gives null where something stops it and what it found
 * shall be kept. `approve` gives the approved dealing, once it is certain that nothing stops it.
 */
export async function registerWhole<Subject, Plan, Written>(
  trx: Trx,
  kind: KindOfDealing<DealingKind, Subject, Plan, Written>,
  communeCode: string,
  judge: () => Promise<Judged<Subject, Plan> | null>,
  approve: (judged: Judged<Subject, Plan>) => Promise<string>,
): Promise<(Judged<Subject, Plan> & { readonly written: Written }) | null> {
  const [, judged] = await sendTogether(trx, () => [lockCommune(trx, communeCode), judge()]);
  if (judged === null) return null;
  const dealingId = await approve(judged);
  const written = await kind.register(trx, dealingId, judged.subject, judged.plan);
  await sendTogether(trx, () => [touchTiles(trx, dealingId), moveDealing(trx, dealingId, 'approved', 'registered')]);
  return { ...judged, written };
}
