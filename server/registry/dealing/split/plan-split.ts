import { measureAccess } from '../../../db/dealing/access.ts';
import {
  areaTolerances,
  cutParcel,
  findCorneredNeighbours,
  type Piece,
  type PlannedParcel,
} from '../../../db/dealing/land.ts';
import { listTakenNumbers, nextNumber } from '../../../db/dealing/numbers.ts';
import { findSetting } from '../../../db/dealing/settings.ts';
import { sendTogether } from '../../../db/kit/send-together.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { PlannedRight } from '../../../domain/contract/dealing/dealings.ts';
import { apportionArea } from '../../../domain/dealing/apportion.ts';
import { judge } from '../../../domain/dealing/rule/judge.ts';
import { groundLost } from '../../../domain/dealing/rule/land/ground-lost.ts';
import { noRoadAccess } from '../../../domain/dealing/rule/land/no-road-access.ts';
import { partAreaDiffers } from '../../../domain/dealing/rule/land/part-area-differs.ts';
import { cents } from '../../../domain/dealing/rule/land/round2.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import type { ParcelStanding } from '../../../domain/dealing/standing.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { featurePoint, parcelCode } from '../../../domain/geometry/feature-point.ts';
import { raisedId } from '../carry/derived-id.ts';
import { judgePieces } from '../carry/judge-pieces.ts';
import { judgeWhere } from '../carry/judge-where.ts';
import { purposesInShape } from '../carry/purposes-of.ts';
import { flatRings } from '../carry/rings.ts';
import type { Plan, Subject } from '../dealing-kind-interface.ts';

/** Ground that a cut may lose or gain by rounding its corners to 0.1 mm, m². */
const CUT_TOLERANCE_M2 = 0.01;

/** Registered areas of the pieces: as given, or the parent's in proportion by largest remainder; null where it has none. */
async function shareLegalArea(
  trx: Trx,
  parent: ParcelStanding,
  pieces: readonly Piece[],
  given: readonly number[] | undefined,
): Promise<{ areas: (number | null)[]; verdicts: Verdict[] }> {
  const computed = pieces.map(({ areaM2 }) => areaM2);
  const shared = given ?? (parent.legalAreaM2 === null ? undefined : apportionArea(parent.legalAreaM2, computed));
  if (!shared) return { areas: pieces.map(() => null), verdicts: [] };
  const verdicts: Verdict[] = [];
  const sum = shared.reduce((total, area) => total + cents(area), 0);
  const exact = shared.every((area) => Math.abs(area * 100 - cents(area)) < 1e-6);
  if (shared.length !== pieces.length || !exact || (parent.legalAreaM2 !== null && sum !== cents(parent.legalAreaM2))) {
    const facts = { pieces: pieces.length, given: shared.length, sumM2: sum / 100, parentM2: parent.legalAreaM2 };
    verdicts.push(verdict('split.legal_areas_do_not_add_up', facts));
    return { areas: pieces.map((_, at) => shared[at] ?? null), verdicts };
  }
  const allowed = await areaTolerances(trx, parent.scale, shared);
  for (const [at, area] of shared.entries()) {
    const allowedM2 = allowed[at] ?? null;
    verdicts.push(...judge(partAreaDiffers, { piece: at + 1, legalM2: area, computedM2: computed[at]!, allowedM2 }));
  }
  return { areas: [...shared], verdicts };
}

/** Numbers of the pieces: those given if nobody ever had them, else the next free ones of the sheet. */
async function proposeNumbers(
  trx: Trx,
  parent: ParcelStanding,
  howMany: number,
  given: readonly string[] | undefined,
): Promise<{ numbers: string[]; verdicts: Verdict[] }> {
  const next = await nextNumber(trx, parent.sheetId);
  const numbers = Array.from({ length: howMany }, (_, at) => given?.[at] ?? String(next + at));
  if (!given) return { numbers, verdicts: [] };
  const taken = new Set(await listTakenNumbers(trx, parent.sheetId, numbers));
  const twice = numbers.filter((no, at) => taken.has(no) || numbers.indexOf(no) !== at);
  if (given.length === howMany && twice.length === 0) return { numbers, verdicts: [] };
  return {
    numbers,
    verdicts: [verdict('split.number_taken', { numbers: twice, pieces: howMany, given: given.length })],
  };
}

/** Every holder of the parcel holds each part of it, by the same share, until a transfer says otherwise. */
function carryRights(parent: ParcelStanding, parts: readonly PlannedParcel[]): PlannedRight[] {
  return parent.rights.flatMap((right) => [
    { ...shown(right), rightId: right.rightId, parcelId: parent.parcelId, change: 'ended' as const },
    ...parts.map(({ parcelId }) => ({ ...shown(right), rightId: null, parcelId, change: 'raised' as const })),
  ]);
}
const shown = ({ holder, numerator, denominator }: ParcelStanding['rights'][number]) => ({
  holder,
  share: shareText({ numerator, denominator }),
});

/** Cuts the parcel by the lines and works out numbers, codes, areas, neighbours' corners and who holds the parts. */
export async function planSplit(trx: Trx, subject: Subject<'split'>): Promise<Plan> {
  const { payload, kept } = subject;
  const [parent] = subject.standing;
  const nothing = (...verdicts: Verdict[]): Plan => ({ verdicts, land: [], rights: [] });
  if (parent?.status !== 'current') return nothing();
  if (payload.srid !== parent.srid) {
    return nothing(verdict('split.wrong_system', { srid: payload.srid, sheetSrid: parent.srid }));
  }
  const [pieces, tolerance] = await sendTogether(trx, () => [
    cutParcel(trx, parent.parcelId, parent.version, payload.lines),
    findSetting(trx, 'overlap_width_m'),
  ]);
  if (pieces.length < 2) {
    const slip = await judgeWhere(trx, subject.standing, payload.lines.flat());
    return nothing(...(slip.length > 0 ? slip : [verdict('split.does_not_cut', { pieces: pieces.length })]));
  }
  const lost = judge(groundLost, {
    partsM2: pieces.map(({ areaM2 }) => areaM2),
    wholeM2: parent.areaM2,
    // The register keeps its area to 0.01 m².
    roundingM2: CUT_TOLERANCE_M2 + 0.005,
  });
  if (lost.length > 0) return nothing(...lost);

  const { numbers, verdicts: numbering } =
    kept.length > 0
      ? { numbers: kept.map(({ no }) => no), verdicts: [] }
      : await proposeNumbers(trx, parent, pieces.length, payload.numbers);
  const [{ areas, verdicts: sharing }, neighbours, access] = await sendTogether(trx, () => [
    shareLegalArea(trx, parent, pieces, payload.legalAreasM2),
    findCorneredNeighbours(trx, [parent.parcelId], pieces),
    measureAccess(trx, parent.parcelId, pieces, tolerance ?? 0),
  ]);
  const parts = pieces.map((piece, at): PlannedParcel => {
    const point = featurePoint(flatRings(piece.rings));
    return {
      parcelId: kept[at]?.parcelId ?? raisedId(subject, at),
      role: 'raised',
      version: 1,
      sheetId: parent.sheetId,
      no: numbers[at]!,
      code: kept[at]?.code ?? parcelCode(point, parent.srid),
      landUse: parent.landUse,
      areaM2: piece.areaM2,
      legalAreaM2: areas[at] ?? null,
      ewkb: piece.ewkb,
      featurePoint: point,
      purposes: purposesInShape(parent, { areaM2: piece.areaM2, legalAreaM2: areas[at] ?? null }),
    };
  });
  const told =
    neighbours.length === 0
      ? []
      : [verdict('split.neighbours_get_corners', { numbers: neighbours.map(({ no }) => no) })];
  const serials = [...new Set(parent.rights.flatMap(({ certificateSerial }) => certificateSerial ?? []))];
  return {
    verdicts: [
      ...(await judgePieces(
        trx,
        pieces.map((piece, at) => ({ ...piece, of: parent, access: access[at]! })),
        tolerance,
      )),
      ...judge(noRoadAccess, { pieces: access.map((met, at) => ({ piece: at + 1, ...met })) }),
      ...numbering,
      ...sharing,
      ...(payload.legalAreasM2 && payload.reason === undefined ? [verdict('split.areas_without_reason')] : []),
      ...told,
      ...(serials.length > 0 ? [verdict('right.certificate_to_exchange', { certificates: serials.length })] : []),
    ],
    land: parts,
    cornered: neighbours,
    rights: carryRights(parent, parts),
  };
}
