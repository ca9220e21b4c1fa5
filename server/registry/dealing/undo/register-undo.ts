import { endVersions, insertPendingParcels, registerPendingParcels } from '../../../db/dealing/land.ts';
import { followRights, undoLeases } from '../../../db/dealing/leases.ts';
import { listDealtCaveats, listDealtMortgages, listEndedRights, listRaisedLand } from '../../../db/dealing/reversal.ts';
import {
  endCaveats,
  endMortgage,
  endRights,
  findCaveat,
  insertCaveat,
  insertMortgage,
  insertRight,
} from '../../../db/dealing/rights.ts';
import { undoFacts } from '../../../db/dealing/undo-facts.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';
import { planUndo } from './plan-undo.ts';
import { raisedRights, restoredId } from './raised-rights.ts';

async function keepUndo(trx: Trx, dealingId: string, _subject: Subject<'reversal'>, plan: Plan): Promise<void> {
  for (const land of plan.land) await insertPendingParcels(trx, dealingId, land.parcelId, [land]);
}

/** Rights as they were, under new ids; the mortgages and leases that lay on them lie on them again. */
async function raiseRights(trx: Trx, by: string, communeCode: string, undone: string): Promise<void> {
  for (const right of await listEndedRights(trx, undone)) {
    const rightId = restoredId(by, right.rightId);
    await insertRight(trx, by, communeCode, { ...right, rightId });
    await followRights(trx, by, [right.rightId], [rightId]);
  }
}

/**
 * Mortgages and caveats that were ended hold again, by the papers that they rested on. A mortgage that was changed gets back its
 * rank with its form; one that was released ranks anew.
 */
async function raiseBurdens(trx: Trx, by: string, communeCode: string, undone: string): Promise<void> {
  const changed = (await listDealtMortgages(trx, undone, 'raised_by')).length > 0;
  for (const mortgage of await listDealtMortgages(trx, undone, 'ended_by')) {
    await insertMortgage(trx, by, communeCode, {
      ...mortgage,
      ranksFrom: changed ? (mortgage.ranksFrom ?? mortgage.registeredAt) : null,
      mortgageId: derivedId(by, 'mortgage', mortgage.mortgageId),
    });
  }
  for (const caveatId of await listDealtCaveats(trx, undone, 'ended_by')) {
    const caveat = await findCaveat(trx, caveatId);
    if (!caveat) throw new Error(`caveat ${caveatId} is not to be seen`);
    await insertCaveat(trx, by, communeCode, { ...caveat, caveatId: derivedId(by, 'caveat', caveatId) });
  }
}

async function registerUndo(trx: Trx, by: string, subject: Subject<'reversal'>, plan: Plan): Promise<void> {
  const { communeCode, payload } = subject;
  const undone = payload.dealingId;
  await endVersions(trx, by, await listRaisedLand(trx, undone));
  const old = plan.land.filter(({ role }) => role !== 'neighbour');
  await registerPendingParcels(trx, by, [], new Map(old.map(({ parcelId, purposes = [] }) => [parcelId, purposes])));
  const raised = await raisedRights(trx, undone);
  await endRights(
    trx,
    by,
    raised.map(({ rightId }) => rightId),
  );
  for (const { mortgageId } of await listDealtMortgages(trx, undone, 'raised_by'))
    await endMortgage(trx, by, mortgageId);
  await endCaveats(trx, by, await listDealtCaveats(trx, undone, 'raised_by'));
  await undoFacts(trx, by, undone);
  await raiseRights(trx, by, communeCode, undone);
  await undoLeases(trx, by, undone);
  await raiseBurdens(trx, by, communeCode, undone);
}

/** Takes a registered dealing back: the state before it is raised anew, and history keeps both. Nothing may rest on it. */
export const REVERSAL: ParcelKind<'reversal'> = {
  kind: 'reversal',
  plan: planUndo,
  keep: keepUndo,
  register: registerUndo,
};
