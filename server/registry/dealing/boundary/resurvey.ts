import { listNextVersions } from '../../../db/dealing/current-land.ts';
import { areaTolerance, findCorneredNeighbours } from '../../../db/dealing/land.ts';
import { listOverlapped, lookAtSurvey, type Surveyed } from '../../../db/dealing/move-land.ts';
import { describeNeighbours } from '../../../db/dealing/neighbours.ts';
import { findSetting } from '../../../db/dealing/settings.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { judge } from '../../../domain/dealing/rule/judge.ts';
import { areaDiffers } from '../../../domain/dealing/rule/land/area-differs.ts';
import { round2 } from '../../../domain/dealing/rule/land/round2.ts';
import { surveyLeavesGap } from '../../../domain/dealing/rule/land/survey-leaves-gap.ts';
import { surveyOverlaps } from '../../../domain/dealing/rule/land/survey-overlaps.ts';
import { documentInFuture } from '../../../domain/dealing/rule/target/document-in-future.ts';
import type { ParcelStanding } from '../../../domain/dealing/standing.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { featurePoint } from '../../../domain/geometry/feature-point.ts';
import { dayOf } from '../../../domain/legal-day.ts';
import { keepVersions, registerVersions } from '../carry/change-versions.ts';
import { judgePieces } from '../carry/judge-pieces.ts';
import { judgeWhere } from '../carry/judge-where.ts';
import { purposesInShape } from '../carry/purposes-of.ts';
import { flatRings } from '../carry/rings.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';

/** Less common ground than this part of the smaller of both is a survey of something else. */
const LEAST_COMMON = 0.5;
/** A gap of less is rounding, m². */
const ROUNDING_M2 = 0.05;

/** A ring closes by itself. */
const closed = (ring: readonly (readonly number[])[]) => {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
};

async function judgeGround(
  trx: Trx,
  parcel: ParcelStanding,
  { shape, sharedM2, gapM2, same }: Surveyed & { readonly shape: NonNullable<Surveyed['shape']> },
): Promise<Verdict[]> {
  const common = sharedM2 / Math.min(shape.areaM2, parcel.areaM2);
  if (common < LEAST_COMMON) {
    return [verdict('resurvey.elsewhere', { no: parcel.no, sharedPercent: Math.round(common * 100) })];
  }
  const limits = {
    areaM2: (await findSetting(trx, 'overlap_area_m2')) ?? 0,
    widthM: (await findSetting(trx, 'overlap_width_m')) ?? 0,
  };
  const overlapped = await listOverlapped(trx, parcel.parcelId, shape.ewkb, limits);
  return [
    ...(same ? [verdict('resurvey.same_as_before')] : []),
    ...judge(surveyOverlaps, { overlapped }),
    ...judge(surveyLeavesGap, { gapM2, roundingM2: ROUNDING_M2 }),
    ...(await judgePieces(trx, [{ ...shape, of: parcel }])),
    ...(same
      ? []
      : [verdict('boundary.ground_moves', { no: parcel.no, beforeM2: parcel.areaM2, afterM2: round2(shape.areaM2) })]),
  ];
}

/** The registered area stays unless it is given, and is held against what was measured (TT 26/2024 Annex 04). */
async function judgeArea(
  trx: Trx,
  parcel: ParcelStanding,
  legalM2: number | null,
  computedM2: number,
): Promise<Verdict[]> {
  if (legalM2 === null) return [];
  const allowedM2 = await areaTolerance(trx, parcel.scale, legalM2);
  return judge(areaDiffers, { legalM2, computedM2, allowedM2 });
}

async function planResurvey(trx: Trx, { payload, standing }: Subject<'resurvey'>): Promise<Plan> {
  const [parcel] = standing;
  const nothing = (...verdicts: Verdict[]): Plan => ({ verdicts, land: [], rights: [] });
  if (parcel?.status !== 'current') return nothing();
  if (payload.srid !== parcel.srid) {
    return nothing(verdict('resurvey.wrong_system', { srid: payload.srid, sheetSrid: parcel.srid }));
  }
  const today = dayOf(new Date());
  const early = judge(documentInFuture, { date: payload.survey.date, today });
  const looked = await lookAtSurvey(trx, parcel.parcelId, payload.rings.map(closed));
  const { shape } = looked;
  if (!shape) return nothing(...early, verdict('resurvey.invalid'));
  const slip = looked.sharedM2 > 0 ? [] : await judgeWhere(trx, standing, payload.rings.flat());
  if (slip.length > 0) return nothing(...early, ...slip);
  const ground = await judgeGround(trx, parcel, { ...looked, shape });
  const legalAreaM2 = payload.legalAreaM2 === undefined ? parcel.legalAreaM2 : round2(payload.legalAreaM2);
  const [next] = await listNextVersions(trx, [parcel.parcelId]);
  const neighbours = await findCorneredNeighbours(trx, [parcel.parcelId], [shape]);
  const serials = new Set(parcel.rights.flatMap((right) => right.certificateSerial ?? []));
  return {
    verdicts: [
      ...early,
      ...ground,
      ...(await judgeArea(trx, parcel, legalAreaM2, shape.areaM2)),
      ...(neighbours.length > 0
        ? [verdict('split.neighbours_get_corners', { numbers: neighbours.map(({ no }) => no) })]
        : []),
      ...(serials.size > 0 ? [verdict('right.certificate_to_exchange', { certificates: serials.size })] : []),
    ],
    land: [
      {
        ...next!,
        ewkb: shape.ewkb,
        areaM2: shape.areaM2,
        legalAreaM2,
        featurePoint: featurePoint(flatRings(shape.rings)),
        purposes:
          legalAreaM2 === parcel.legalAreaM2 && legalAreaM2 !== null && parcel.purposes.length > 0
            ? parcel.purposes
            : purposesInShape(parcel, { areaM2: shape.areaM2, legalAreaM2 }),
      },
      ...(neighbours.length > 0 ? await describeNeighbours(trx, neighbours) : []),
    ],
    rights: [],
  };
}

/** Đo đạc lại: one parcel gets the boundary that was measured; neighbours with edges on it get its corners, and lose nothing. */
export const RESURVEY: ParcelKind<'resurvey'> = {
  kind: 'resurvey',
  plan: planResurvey,
  keep: keepVersions,
  register: registerVersions,
};
