import { findDealingRow } from '../../../db/dealing/dealing-list.ts';
import {
  isReversed,
  listDealtMortgages,
  listDealtParcels,
  listEndedLand,
  listEndedRights,
  listRestingDealings,
} from '../../../db/dealing/reversal.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { isCertificateKind } from '../../../domain/dealing/certificate-kinds.ts';
import { isParcelKind } from '../../../domain/dealing/dealing-kind.ts';
import { isDealing } from '../../../domain/dealing/dealing-state.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import type { Plan, Subject } from '../dealing-kind-interface.ts';
import { raisedRights } from './raised-rights.ts';

/** What stands in the way of taking a dealing back: what it is, and what rests on it by now, each named. */
async function judgeUndo(trx: Trx, { payload, targets }: Subject<'reversal'>): Promise<Verdict[]> {
  const { dealingId } = payload;
  const row = await findDealingRow(trx, dealingId);
  if (!row) return [verdict('reversal.unknown', { dealingId })];
  const { kind, status } = row;
  if (!isParcelKind(kind)) return [verdict('reversal.of_import', { dealingId, kind })];
  if (isCertificateKind(kind)) return [verdict('reversal.of_certificate', { dealingId, kind })];
  if (!isDealing(status, 'registered')) return [verdict('reversal.not_registered', { dealingId, status })];
  if (await isReversed(trx, dealingId)) return [verdict('reversal.done_before', { dealingId })];
  const land = await listDealtParcels(trx, dealingId);
  const named = targets.map(({ parcelId }) => parcelId);
  const differs = land.length !== named.length || land.some((parcelId) => !named.includes(parcelId));
  const resting = await listRestingDealings(trx, dealingId);
  // A mortgage that was changed gets its rank back with its form.
  const released = kind === 'mortgage_change' ? [] : await listDealtMortgages(trx, dealingId, 'ended_by');
  return [
    ...(differs ? [verdict('reversal.targets_differ', { parcels: land })] : []),
    ...resting.map((later) => verdict('reversal.rested_upon', { dealingId: later.dealingId, kind: later.kind })),
    ...released.map(({ document }) => verdict('reversal.ranks_anew', { documentNo: document.no })),
  ];
}

/** Works out the state before a dealing: what it raised ends, what it ended is raised anew. */
export async function planUndo(trx: Trx, subject: Subject<'reversal'>): Promise<Plan> {
  const verdicts = await judgeUndo(trx, subject);
  const { dealingId } = subject.payload;
  if (verdicts.some(({ severity }) => severity === 'error')) return { verdicts, land: [], rights: [] };
  const [raised, ended] = [await raisedRights(trx, dealingId), await listEndedRights(trx, dealingId)];
  return {
    verdicts,
    land: await listEndedLand(trx, dealingId),
    rights: [
      ...raised.map(({ rightId, parcelId, holder, share }) => ({
        rightId,
        parcelId,
        holder,
        share: shareText(share),
        change: 'ended' as const,
      })),
      ...ended.map(({ parcelId, holder, share }) => ({
        rightId: null,
        parcelId,
        holder,
        share: shareText(share),
        change: 'raised' as const,
      })),
    ],
  };
}
