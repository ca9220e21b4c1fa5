import type { Piece } from '../../../db/dealing/land.ts';
import { findSetting } from '../../../db/dealing/settings.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { round2 } from './rings.ts';

/** Minimum area and width are the province's (docs/adr/0015): judged only where a dated setting says so. */
export async function judgePieces(trx: Trx, pieces: readonly Piece[]): Promise<Verdict[]> {
  const [leastArea, leastWidth] = [
    await findSetting(trx, 'minimum_parcel_area_m2'),
    await findSetting(trx, 'minimum_parcel_width_m'),
  ];
  return pieces.flatMap(({ areaM2, widthM }, at) => [
    ...(leastArea !== null && areaM2 < leastArea
      ? [verdict('split.piece_too_small', { piece: at + 1, areaM2: round2(areaM2), leastM2: leastArea })]
      : []),
    ...(leastWidth !== null && widthM < leastWidth
      ? [verdict('split.piece_too_narrow', { piece: at + 1, widthM: round2(widthM), leastM: leastWidth })]
      : []),
  ]);
}
