import type { Access } from '../../../db/dealing/access.ts';
import type { Piece } from '../../../db/dealing/land.ts';
import { findMinimums } from '../../../db/dealing/minimums.ts';
import { findSetting } from '../../../db/dealing/settings.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { judge } from '../../../domain/dealing/rule/judge.ts';
import { pieceTooNarrow } from '../../../domain/dealing/rule/land/piece-too-narrow.ts';
import { pieceTooSmall } from '../../../domain/dealing/rule/land/piece-too-small.ts';
import { round2 } from '../../../domain/dealing/rule/land/round2.ts';
import { sliver } from '../../../domain/dealing/rule/land/sliver.ts';
import type { ParcelStanding } from '../../../domain/dealing/standing.ts';
import type { Verdict } from '../../../domain/dealing/verdict.ts';
import { holdsCircle } from '../../../domain/geometry/holds-circle.ts';
import { purposesOf } from './purposes-of.ts';

/** Ground that a parcel is to have, or that becomes a parcel of its own. */
export interface JudgedPiece extends Pick<Piece, 'areaM2' | 'widthM' | 'rings'> {
  /** The parcel that it is cut from. */
  readonly of: ParcelStanding;
  /** What it meets outside, where that was measured. */
  readonly access?: Access;
}

const MILLIMETRE = 0.001;

/** What PostGIS measures may be centimetres too little in a strip: where a limit hangs on it, whether that width fits is asked to the millimetre. */
const provenWidth = ({ widthM, rings }: JudgedPiece, leastM: number | null): number =>
  leastM !== null && widthM < leastM && holdsCircle(rings, leastM / 2) ? leastM : widthM;

/**
 * Minimum area and width are the province's (docs/adr/0015, 0038): judged only where a dated row says so. `known` is how far apart sheets may
 * meet, m, where it was asked before.
 */
export async function judgePieces(trx: Trx, pieces: readonly JudgedPiece[], known?: number | null): Promise<Verdict[]> {
  const tolerance = known === undefined ? await findSetting(trx, 'overlap_width_m') : known;
  const codesOf = ({ of }: JudgedPiece) => [...new Set(purposesOf(of).map(({ code }) => code))];
  const minimums = await findMinimums(
    trx,
    pieces.map((piece) => ({
      codes: codesOf(piece),
      communeCode: piece.of.communeCode,
      communeValidFrom: piece.of.communeValidFrom,
      roadside: (piece.access?.roadM ?? 0) > 0,
    })),
  );
  return pieces.flatMap((one, at) => {
    const { areaM2 } = one;
    const { areaM2: leastM2, widthM: leastM, basis } = minimums[at]!;
    const piece = at + 1;
    // Of land with several purposes nobody knows yet which of them lies where: who decides is told.
    const weighs = basis !== null && codesOf(one).length > 1 ? 'warning' : 'error';
    const width = round2(provenWidth(one, leastM));
    return [
      ...judge(pieceTooSmall, { piece, areaM2: round2(areaM2), leastM2, basis }, weighs),
      ...judge(pieceTooNarrow, { piece, widthM: width, leastM, basis }, weighs),
      ...judge(sliver, {
        piece,
        widthM: provenWidth(one, tolerance === null ? null : tolerance + MILLIMETRE),
        leastM: tolerance,
      }),
    ];
  });
}
