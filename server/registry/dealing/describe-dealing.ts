import { type DealingRow, findDealingRow } from '../../db/dealing/dealing-list.ts';
import { listTargets, readContent } from '../../db/dealing/dealings.ts';
import { describePlannedParcels, listKeptParcels, listPendingParcels } from '../../db/dealing/land.ts';
import { readStanding } from '../../db/dealing/standing.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { type Actor, hasRole } from '../../domain/actor.ts';
import type { DealingDetail, DealingPreview, DealingSummary } from '../../domain/contract/dealings.ts';
import { isParcelKind } from '../../domain/dealing/dealing-kind.ts';
import { isDealing } from '../../domain/dealing/dealing-state.ts';
import { stepsNow } from '../../domain/dealing/dealing-step.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { STAFF_ROLES } from '../../domain/role.ts';
import { makePlan } from './make-plan.ts';

const instant = (date: Date | null) => date?.toISOString() ?? null;

/** A line of a list of dealings. */
export function summariseDealing(row: DealingRow, actor: Actor): DealingSummary {
  const { dealingId, kind, status, version, suspended, commune, targets, proposedBy, decidedBy, reason } = row;
  return {
    dealingId,
    kind,
    status,
    version,
    suspended,
    commune,
    targets,
    proposedBy,
    decidedBy,
    reason,
    createdAt: row.createdAt.toISOString(),
    lodgedAt: instant(row.lodgedAt),
    registeredAt: instant(row.registeredAt),
    steps: stepsNow({ kind, status, suspended, proposedBy: proposedBy.id }, actor),
  };
}

/** What an open dealing would do, judged against the register as it is now. */
export async function planOf(trx: Trx, row: DealingRow): Promise<DealingPreview> {
  const { kind, dealingId } = row;
  const content = await readContent(trx, dealingId);
  if (!isParcelKind(kind) || !content) throw new Problem('dealing.step_refused', { state: row.status });
  const targets = await listTargets(trx, dealingId);
  const standing = await readStanding(
    trx,
    targets.map(({ parcelId }) => parcelId),
  );
  const kept = await listKeptParcels(trx, dealingId);
  const { plan } = await makePlan(trx, { kind, dealingId, targets, standing, payload: content.payload, kept });
  return {
    raises: await describePlannedParcels(trx, plan.land),
    rights: [...plan.rights],
    changes: [...(plan.changes ?? [])],
    verdicts: [...plan.verdicts],
  };
}

/** The dealing as its page shows it, for one actor. Throws dealing.not_found. */
export async function describeDealing(trx: Trx, dealingId: string, actor: Actor): Promise<DealingDetail> {
  const row = await findDealingRow(trx, dealingId);
  if (!row) throw new Problem('dealing.not_found');
  const seesPersons = hasRole(actor, STAFF_ROLES);
  const content = seesPersons && isParcelKind(row.kind) ? await readContent(trx, dealingId) : undefined;
  const plan = content && isDealing(row.status, 'open') ? await planOf(trx, row) : undefined;
  return {
    ...summariseDealing(row, actor),
    raises: plan?.raises ?? (await listPendingParcels(trx, dealingId)),
    rights: plan?.rights ?? [],
    changes: plan?.changes ?? [],
    verdicts: plan?.verdicts ?? content?.verdicts ?? [],
    payload: content?.payload ?? null,
  };
}
