import { listNextVersions } from '../../../db/dealing/current-land.ts';
import { areaTolerance, findCorneredNeighbours, type PlannedParcel } from '../../../db/dealing/land.ts';
import { type RedividedPiece, redivideParcels } from '../../../db/dealing/move-land.ts';
import { describeNeighbours } from '../../../db/dealing/neighbours.ts';
import { findSetting } from '../../../db/dealing/settings.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { apportionArea } from '../../../domain/dealing/apportion.ts';
import { judge } from '../../../domain/dealing/rule/judge.ts';
import { areaDiffers } from '../../../domain/dealing/rule/land/area-differs.ts';
import { cents, round2 } from '../../../domain/dealing/rule/land/round2.ts';
import type { ParcelStanding } from '../../../domain/dealing/standing.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { featurePoint } from '../../../domain/geometry/feature-point.ts';
import { keepVersions, registerVersions } from '../carry/change-versions.ts';
import { judgePieces } from '../carry/judge-pieces.ts';
import { judgeWhere } from '../carry/judge-where.ts';
import { purposesInShape } from '../carry/purposes-of.ts';
import { flatRings } from '../carry/rings.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';

type OfBoundary = Subject<'boundary_adjustment'>;

/** Which piece each parcel becomes: the one that has most of its ground, the surest first. Undefined for one that keeps none. */
export function assignPieces(pieces: readonly Pick<RedividedPiece, 'sharedM2'>[]): (number | undefined)[] {
  const pairs = pieces
    .flatMap(({ sharedM2 }, piece) => sharedM2.map((m2, parcel) => ({ piece, parcel, m2 })))
    .filter(({ m2 }) => m2 > 1e-6)
    .sort((a, b) => b.m2 - a.m2);
  const given: (number | undefined)[] = pieces.map(() => undefined);
  for (const { piece, parcel } of pairs) {
    if (given[parcel] === undefined && !given.includes(piece)) given[parcel] = piece;
  }
  return given;
}

/** Registered areas: as given, or the sum of them shared by largest remainder; none where one of the parcels has none. */
async function shareLegalAreas(
  trx: Trx,
  { standing, payload }: OfBoundary,
  computed: readonly number[],
): Promise<{ areas: (number | null)[]; verdicts: Verdict[] }> {
  const known = standing.flatMap(({ legalAreaM2 }) => legalAreaM2 ?? []);
  const whole = known.length < standing.length ? null : known.reduce((sum, area) => sum + cents(area), 0) / 100;
  const given = payload.legalAreasM2;
  const shared = given ?? (whole === null ? undefined : apportionArea(whole, computed));
  if (!shared) return { areas: standing.map(() => null), verdicts: [] };
  const sum = shared.reduce((total, area) => total + cents(area), 0);
  const exact = shared.every((area) => Math.abs(area * 100 - cents(area)) < 1e-6);
  if (shared.length !== standing.length || !exact || (whole !== null && sum !== cents(whole))) {
    const verdicts = [verdict('boundary.legal_areas_do_not_add_up', { sumM2: sum / 100, wholeM2: whole })];
    return { areas: standing.map((_, at) => shared[at] ?? null), verdicts };
  }
  const verdicts: Verdict[] = [];
  for (const [at, area] of shared.entries()) {
    const allowedM2 = await areaTolerance(trx, standing[at]!.scale, area);
    verdicts.push(...judge(areaDiffers, { legalM2: area, computedM2: computed[at]!, allowedM2 }));
  }
  return { areas: [...shared], verdicts };
}

/** The targets in their new shapes, and the neighbours that get corners of theirs. */
async function planLand(
  trx: Trx,
  { standing }: OfBoundary,
  pieces: readonly RedividedPiece[],
  areas: readonly (number | null)[],
): Promise<{ land: PlannedParcel[]; cornered: string[] }> {
  const ids = standing.map(({ parcelId }) => parcelId);
  const next = await listNextVersions(trx, ids);
  const changed = next.map((land, at): PlannedParcel => {
    const { ewkb, areaM2, rings } = pieces[at]!;
    const legalAreaM2 = areas[at] ?? null;
    return {
      ...land,
      ewkb,
      areaM2,
      legalAreaM2,
      featurePoint: featurePoint(flatRings(rings)),
      purposes: purposesInShape(standing[at]!, { areaM2, legalAreaM2 }),
    };
  });
  const neighbours = await findCorneredNeighbours(trx, ids, pieces);
  return {
    land: [...changed, ...(neighbours.length > 0 ? await describeNeighbours(trx, neighbours) : [])],
    cornered: neighbours.map(({ no }) => no),
  };
}

const several = (parcel: ParcelStanding) => parcel.purposes.length > 1 || parcel.landUse.includes('+');

async function planBoundary(trx: Trx, subject: OfBoundary): Promise<Plan> {
  const { standing, payload } = subject;
  const nothing = (...verdicts: Verdict[]): Plan => ({ verdicts, land: [], rights: [] });
  if (standing.some(({ status }) => status !== 'current')) return nothing();
  const systems = [...new Set(standing.map(({ srid }) => srid))];
  if (systems.length > 1) return nothing(verdict('boundary.different_systems', { srids: systems }));
  if (payload.srid !== systems[0]) {
    return nothing(verdict('boundary.wrong_system', { srid: payload.srid, sheetSrid: systems[0] }));
  }
  const lines = [payload.line, ...(payload.moreLines ?? [])];
  const ids = standing.map(({ parcelId }) => parcelId);
  const made = await redivideParcels(trx, ids, lines, (await findSetting(trx, 'overlap_width_m')) ?? 0);
  if (!made) return nothing(verdict('boundary.not_neighbours', { numbers: standing.map(({ no }) => no) }));
  if (made.length !== standing.length) {
    const slip = await judgeWhere(trx, standing, lines.flat());
    const facts = { pieces: made.length, parcels: standing.length };
    return nothing(...(slip.length > 0 ? slip : [verdict('boundary.does_not_divide', facts)]));
  }
  const given = assignPieces(made);
  const lost = standing.filter((_, at) => given[at] === undefined);
  if (lost.length > 0) return nothing(...lost.map(({ no }) => verdict('boundary.part_lost', { no })));
  const pieces = given.map((piece) => made[piece!]!);
  const kept = pieces.every(
    ({ areaM2, sharedM2 }, at) =>
      Math.abs(areaM2 - sharedM2[at]!) < 0.001 && Math.abs(areaM2 - standing[at]!.areaM2) < 0.006,
  );
  const computed = pieces.map(({ areaM2 }) => areaM2);
  const { areas, verdicts: sharing } = await shareLegalAreas(trx, subject, computed);
  const { land, cornered } = await planLand(trx, subject, pieces, areas);
  const open = standing.filter(several).map(({ no }) => no);
  const serials = new Set(standing.flatMap(({ rights }) => rights.flatMap((right) => right.certificateSerial ?? [])));
  return {
    verdicts: [
      ...(kept ? [verdict('boundary.same_as_before')] : []),
      ...(await judgePieces(
        trx,
        pieces.map((piece, at) => ({ ...piece, of: standing[at]! })),
      )),
      ...sharing,
      ...(payload.legalAreasM2 && payload.reason === undefined ? [verdict('split.areas_without_reason')] : []),
      ...standing.map(({ no, areaM2 }, at) =>
        verdict('boundary.ground_moves', { no, beforeM2: areaM2, afterM2: round2(computed[at]!) }),
      ),
      ...(open.length > 0 ? [verdict('boundary.purposes_open', { numbers: open })] : []),
      ...(cornered.length > 0 ? [verdict('split.neighbours_get_corners', { numbers: cornered })] : []),
      ...(serials.size > 0 ? [verdict('right.certificate_to_exchange', { certificates: serials.size })] : []),
    ],
    land,
    rights: [],
  };
}

/** Điều chỉnh ranh giới: the common boundary of neighbours moves; the parcels stay who they are, with number, rights and burdens. */
export const BOUNDARY_ADJUSTMENT: ParcelKind<'boundary_adjustment'> = {
  kind: 'boundary_adjustment',
  plan: planBoundary,
  keep: keepVersions,
  register: registerVersions,
};
