import { listBasisDocuments } from '../../db/dealing/basis-documents.ts';
import { type DealingRow, findDealingRow } from '../../db/dealing/dealing-list.ts';
import { listTargets, readContent } from '../../db/dealing/dealings.ts';
import { describePlannedParcels, listKeptParcels, listPendingParcels } from '../../db/dealing/land.ts';
import { readStanding } from '../../db/dealing/standing.ts';
import { sendTogether } from '../../db/kit/send-together.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { type Actor, hasRole } from '../../domain/actor.ts';
import type { DealingDetail, DealingPreview, DealingSummary } from '../../domain/contract/dealing/dealings.ts';
import { isParcelKind } from '../../domain/dealing/dealing-kind.ts';
import { isDealing } from '../../domain/dealing/dealing-state.ts';
import { stepsNow } from '../../domain/dealing/dealing-step.ts';
import type { ParcelStanding } from '../../domain/dealing/standing.ts';
import { verdict } from '../../domain/dealing/verdict.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { STAFF_ROLES } from '../../domain/role.ts';
import type { Plan } from './dealing-kind-interface.ts';
import { afterEarlier } from './file/after-earlier.ts';
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
    decidedAt: instant(row.decidedAt),
    file: row.file,
    entered: row.entered,
    steps: stepsNow({ kind, status, suspended, proposedBy: proposedBy.id, fileNo: row.fileNo }, actor),
  };
}

/** What a dealing would do, and what it is about as it finds it. */
export interface Looked {
  readonly plan: Plan;
  readonly standing: readonly ParcelStanding[];
}

/** What a dealing would do, in words. Where one before it in its file is stopped, that is what stops it. */
export async function previewAfter(
  trx: Trx,
  actor: Actor,
  place: Pick<DealingRow, 'fileId' | 'fileNo'>,
  look: () => Promise<Looked>,
): Promise<DealingPreview & { readonly standing: readonly ParcelStanding[] }> {
  try {
    return await afterEarlier(trx, actor, place, async () => {
      const { plan, standing } = await look();
      return {
        standing,
        raises: await describePlannedParcels(trx, plan.land),
        rights: [...plan.rights],
        changes: [...(plan.changes ?? [])],
        verdicts: [...plan.verdicts],
      };
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'dealing.blocked' || place.fileNo === 1) throw error;
    const codes = (error.verdicts ?? []).map(({ code }) => code);
    return {
      standing: [],
      raises: [],
      rights: [],
      changes: [],
      verdicts: [verdict('file.earlier_stopped', { codes })],
    };
  }
}

/** What an open dealing would do, judged against the register as it is now, after those before it in its file. */
export const planOf = (trx: Trx, row: DealingRow, actor: Actor) =>
  previewAfter(trx, actor, row, () => planNow(trx, row));

async function planNow(trx: Trx, row: DealingRow): Promise<Looked> {
  const { kind, dealingId, fileId, entered } = row;
  const [content, targets, kept] = await sendTogether(trx, () => [
    readContent(trx, dealingId),
    listTargets(trx, dealingId),
    listKeptParcels(trx, dealingId),
  ]);
  if (!isParcelKind(kind) || !content) throw new Problem('dealing.step_refused', { state: row.status });
  const standing = await readStanding(
    trx,
    targets.map(({ parcelId }) => parcelId),
  );
  const { plan } = await makePlan(trx, {
    kind,
    dealingId,
    fileId,
    targets,
    standing,
    payload: content.payload,
    kept,
    entered,
  });
  return { plan, standing };
}

/** A parcel that an earlier dealing of the file will raise has its sheet and number from there. */
const nameTarget = (target: DealingSummary['targets'][number], is: ParcelStanding | undefined) =>
  target.no === '' && is?.parcelId === target.parcelId ? { ...target, sheet: is.sheet, no: is.no } : target;

/** The dealing as its page shows it, for one actor. Throws dealing.not_found. */
export async function describeDealing(trx: Trx, dealingId: string, actor: Actor): Promise<DealingDetail> {
  const seesPersons = hasRole(actor, STAFF_ROLES);
  const [row, said, basisDocuments] = await sendTogether(trx, () => [
    findDealingRow(trx, dealingId),
    seesPersons ? readContent(trx, dealingId) : Promise.resolve(undefined),
    seesPersons ? listBasisDocuments(trx, dealingId) : Promise.resolve([]),
  ]);
  if (!row) throw new Problem('dealing.not_found');
  const content = isParcelKind(row.kind) ? said : undefined;
  const plan = content && isDealing(row.status, 'open') ? await planOf(trx, row, actor) : undefined;
  const summary = summariseDealing(row, actor);
  return {
    ...summary,
    targets: summary.targets.map((target, at) => nameTarget(target, plan?.standing[at])),
    raises: plan?.raises ?? (await listPendingParcels(trx, dealingId)),
    rights: plan?.rights ?? [],
    changes: plan?.changes ?? [],
    verdicts: plan?.verdicts ?? content?.verdicts ?? [],
    payload: content?.payload ?? null,
    basisDocuments,
  };
}
