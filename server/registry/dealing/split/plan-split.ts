import { randomUUID } from 'node:crypto';
import {
  areaTolerance,
  cutParcel,
  findCorneredNeighbours,
  type Piece,
  type PlannedParcel,
} from '../../../db/dealing/land.ts';
import { listTakenNumbers, nextNumber } from '../../../db/dealing/numbers.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { PlannedRight } from '../../../domain/contract/dealings.ts';
import { apportionArea } from '../../../domain/dealing/apportion.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import type { ParcelStanding } from '../../../domain/dealing/standing.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { featurePoint, parcelCode } from '../../../domain/geometry/feature-point.ts';
import { judgePieces } from '../carry/judge-pieces.ts';
import { purposesInShape } from '../carry/purposes-of.ts';
import type { Plan, Subject } from '../kind.ts';

/** Ground that a cut may lose or gain by rounding its corners to 0.1 mm, m². */
const CUT_TOLERANCE_M2 = 0.01;

const flat = (rings: readonly (readonly (readonly number[])[])[]) =>
  rings.map((ring) => Float64Array.from(ring.flat()));
const cents = (m2: number) => Math.round(m2 * 100);
const round2 = (m2: number) => Math.round(m2 * 100) / 100;

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
  for (const [at, area] of shared.entries()) {
    const allowed = await areaTolerance(trx, parent.scale, area);
    const difference = Math.abs(area - computed[at]!);
    if (difference > allowed) {
      const facts = { piece: at + 1, legalM2: area, computedM2: round2(computed[at]!), allowedM2: allowed };
      verdicts.push(verdict('split.legal_area_differs', facts));
    }
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
  const nothing = (code: Verdict): Plan => ({ verdicts: [code], land: [], rights: [] });
  if (parent?.status !== 'current') return { verdicts: [], land: [], rights: [] };
  if (payload.srid !== parent.srid) {
    return nothing(verdict('split.wrong_system', { srid: payload.srid, sheetSrid: parent.srid }));
  }
  const pieces = await cutParcel(trx, parent.parcelId, parent.version, payload.lines);
  if (pieces.length < 2) return nothing(verdict('split.does_not_cut', { pieces: pieces.length }));
  const sum = pieces.reduce((total, { areaM2 }) => total + areaM2, 0);
  const lost = Math.abs(sum - parent.areaM2);
  // The register keeps its area to 0.01 m².
  if (lost > CUT_TOLERANCE_M2 + 0.005) return nothing(verdict('split.outside_parcel', { differenceM2: round2(lost) }));

  const { numbers, verdicts: numbering } =
    kept.length > 0
      ? { numbers: kept.map(({ no }) => no), verdicts: [] }
      : await proposeNumbers(trx, parent, pieces.length, payload.numbers);
  const { areas, verdicts: sharing } = await shareLegalArea(trx, parent, pieces, payload.legalAreasM2);
  const parts = pieces.map((piece, at): PlannedParcel => {
    const point = featurePoint(flat(piece.rings));
    return {
      parcelId: kept[at]?.parcelId ?? randomUUID(),
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
  const neighbours = await findCorneredNeighbours(trx, [parent.parcelId], pieces);
  const told =
    neighbours.length === 0
      ? []
      : [verdict('split.neighbours_get_corners', { numbers: neighbours.map(({ no }) => no) })];
  const serials = [...new Set(parent.rights.flatMap(({ certificateSerial }) => certificateSerial ?? []))];
  return {
    verdicts: [
      ...(await judgePieces(trx, pieces)),
      ...numbering,
      ...sharing,
      ...told,
      ...(serials.length > 0 ? [verdict('right.certificate_to_exchange', { certificates: serials.length })] : []),
    ],
    land: parts,
    rights: carryRights(parent, parts),
  };
}
