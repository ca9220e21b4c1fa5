import { areaTolerance, type PlannedParcel } from '../../../db/dealing/land.ts';
import { findSetting } from '../../../db/dealing/settings.ts';
import { uniteParcels } from '../../../db/dealing/unite-land.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { PlannedRight } from '../../../domain/contract/dealing/dealings.ts';
import { judge } from '../../../domain/dealing/rule/judge.ts';
import { areaDiffers } from '../../../domain/dealing/rule/land/area-differs.ts';
import { round2 } from '../../../domain/dealing/rule/land/round2.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import type { ParcelStanding } from '../../../domain/dealing/standing.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { featurePoint, parcelCode } from '../../../domain/geometry/feature-point.ts';
import { raisedId } from '../carry/derived-id.ts';
import { proposeNumbers } from '../carry/propose-numbers.ts';
import { flatRings } from '../carry/rings.ts';
import type { Plan, Subject } from '../dealing-kind-interface.ts';
import { mergePurposes } from './merge-purposes.ts';
import { judgeBurdens, type MergedRight, mergeRights } from './merge-rights.ts';

/** Ground that a merger may gain or lose by corners rounded to 0.1 mm, m²: less is not told. */
const TOLD_M2 = 0.01;

/** The part that gives the whole its sheet and address: the largest. */
export const mainPart = (standing: readonly ParcelStanding[]): ParcelStanding =>
  standing.toSorted((a, b) => b.areaM2 - a.areaM2)[0]!;

/** The registered area: as given, or the sum of the parts; null where one of them has none. */
async function mergeLegalArea(
  trx: Trx,
  { standing, payload }: Subject<'merge'>,
  computedM2: number,
): Promise<{ areaM2: number | null; verdicts: Verdict[] }> {
  const areas = standing.map(({ legalAreaM2 }) => legalAreaM2);
  const known = areas.flatMap((area) => area ?? []);
  const sum =
    known.length < areas.length ? null : known.reduce((total, area) => total + Math.round(area * 100), 0) / 100;
  const areaM2 = payload.legalAreaM2 === undefined ? sum : round2(payload.legalAreaM2);
  const lacking = standing.filter(({ legalAreaM2 }) => legalAreaM2 === null).map(({ no }) => no);
  if (areaM2 === null) return { areaM2, verdicts: [verdict('merge.legal_area_missing', { numbers: lacking })] };
  const allowedM2 = await areaTolerance(trx, mainPart(standing).scale, areaM2);
  return {
    areaM2,
    verdicts: [
      ...judge(areaDiffers, { legalM2: areaM2, computedM2, allowedM2 }),
      ...(sum !== null && sum !== areaM2 ? [verdict('merge.legal_area_changed', { legalM2: areaM2, sumM2: sum })] : []),
    ],
  };
}

function plannedRights(
  standing: readonly ParcelStanding[],
  wholeId: string,
  rights: readonly MergedRight[],
): PlannedRight[] {
  const ended = standing.flatMap(({ parcelId, rights: held }) =>
    held.map((right) => ({
      rightId: right.rightId,
      parcelId,
      holder: right.holder,
      share: shareText(right),
      change: 'ended' as const,
    })),
  );
  const raised = rights.map(({ holder, share }) => ({
    rightId: null,
    parcelId: wholeId,
    holder,
    share: shareText(share),
    change: 'raised' as const,
  }));
  return [...ended, ...raised];
}

/** Makes one of parcels that meet, and works out its number, code, areas, purposes, holders and what burdens it. */
export async function planMerge(trx: Trx, subject: Subject<'merge'>): Promise<Plan> {
  const { standing, payload, kept } = subject;
  const nothing = (...verdicts: Verdict[]): Plan => ({ verdicts, land: [], rights: [] });
  if (standing.some(({ status }) => status !== 'current')) return nothing();
  const main = mainPart(standing);
  const systems = new Set(standing.map(({ srid }) => srid));
  if (systems.size > 1) return nothing(verdict('merge.different_systems', { srids: [...systems] }));
  const tolerance = (await findSetting(trx, 'overlap_width_m')) ?? 0;
  const whole = await uniteParcels(
    trx,
    standing.map(({ parcelId }) => parcelId),
    tolerance,
  );
  if (!whole) return nothing(verdict('merge.not_neighbours', { numbers: standing.map(({ no }) => no) }));

  const given = payload.number === undefined ? undefined : [payload.number];
  const { numbers, taken } =
    kept.length > 0
      ? { numbers: kept.map(({ no }) => no), taken: [] }
      : await proposeNumbers(trx, main.sheetId, 1, given);
  const legal = await mergeLegalArea(trx, subject, whole.areaM2);
  const { rights, verdicts: holding } = mergeRights(standing, payload);
  const purposes = mergePurposes(standing);
  const point = featurePoint(flatRings(whole.rings));
  const parcelId = kept[0]?.parcelId ?? raisedId(subject, 0);
  const land: PlannedParcel = {
    parcelId,
    role: 'raised',
    version: 1,
    sheetId: main.sheetId,
    no: numbers[0]!,
    code: kept[0]?.code ?? parcelCode(point, main.srid),
    landUse: [...new Set(purposes.map(({ code }) => code))].join('+') || main.landUse,
    areaM2: whole.areaM2,
    legalAreaM2: legal.areaM2,
    ewkb: whole.ewkb,
    featurePoint: point,
    purposes,
  };
  const gained = whole.areaM2 - standing.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const serials = new Set(
    standing.flatMap((parcel) => parcel.rights.flatMap((right) => right.certificateSerial ?? [])),
  );
  return {
    verdicts: [
      ...(taken.length > 0 ? [verdict('number.taken', { numbers: taken })] : []),
      ...legal.verdicts,
      ...holding,
      ...judgeBurdens(standing, payload.carries ?? []),
      // The register keeps areas to 0.01 m², each of the parts rounded.
      ...(Math.abs(gained) > TOLD_M2 + 0.005 * standing.length
        ? [verdict('merge.gap_closed', { areaM2: round2(gained) })]
        : []),
      ...(purposes.some(({ areaM2 }) => areaM2 === null) ? [verdict('merge.purpose_areas_missing', {})] : []),
      ...(serials.size > 0 ? [verdict('right.certificate_to_exchange', { certificates: serials.size })] : []),
    ],
    land: [land],
    rights: plannedRights(standing, parcelId, rights),
  };
}
