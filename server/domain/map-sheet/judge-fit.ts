/** What a georeferencing is worth: how far it is off at each point, and all in all, against the tolerance of its scale. */
import { fitAffine } from './fit-affine.ts';
import { fitProjective } from './fit-projective.ts';
import { fitThinPlate } from './fit-thin-plate.ts';
import type { SheetPoint, Tie, Transformation, TransformationKind } from './transformation.ts';

const FITS: Readonly<Record<TransformationKind, (ties: readonly Tie[]) => Transformation | null>> = {
  affine: fitAffine,
  projective: fitProjective,
  thin_plate: fitThinPlate,
};
/** Numbers that a method takes from the points; a thin plate takes all of them. */
const UNKNOWNS = { affine: 6, projective: 8 } as const;

/** Points from which on a method can be wrong, and so be judged: one more than it goes through by itself, and a few for a plate. */
export const LEAST_TIES: Readonly<Record<TransformationKind, number>> = { affine: 4, projective: 5, thin_plate: 8 };
/** A single point may be off by this many times the tolerance: one that is further off was read wrongly, and hides among many good ones. */
export const LIMIT = 2;

/** Fits a method to ties; null where they do not lay it down. */
export const fitTies = (kind: TransformationKind, ties: readonly Tie[]): Transformation | null => FITS[kind](ties);

export interface FitJudged {
  readonly transformation: Transformation;
  /** Metres by which each tie is missed, in the order given; of a thin plate, by the one that does not know of it. */
  readonly residualsM: readonly number[];
  /** Root mean square error of a point, metres: what the method takes up of the points by itself is counted off. */
  readonly rmsM: number | null;
  /** `few`: nothing can be said yet. */
  readonly verdict: 'few' | 'within' | 'beyond';
}

const distance = (a: SheetPoint, b: SheetPoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Tolerance in metres: of a corner, at the scale of the sheet. Null where the ties do not lay the method down. */
export function judgeFit(kind: TransformationKind, ties: readonly Tie[], toleranceM: number): FitJudged | null {
  const transformation = fitTies(kind, ties);
  if (!transformation) return null;
  const enough = ties.length >= LEAST_TIES[kind];
  const residualsM = ties.map((tie, at) => {
    const by = kind === 'thin_plate' ? (fitTies(kind, ties.toSpliced(at, 1)) ?? transformation) : transformation;
    return distance(by.toGround(tie.picture), tie.ground);
  });
  if (!enough) return { transformation, residualsM, rmsM: null, verdict: 'few' };
  const spare = ties.length - (kind === 'thin_plate' ? 0 : UNKNOWNS[kind] / 2);
  const rmsM = Math.sqrt(residualsM.reduce((sum, off) => sum + off * off, 0) / spare);
  const isWithin = rmsM <= toleranceM && residualsM.every((off) => off <= LIMIT * toleranceM);
  return { transformation, residualsM, rmsM, verdict: isWithin ? 'within' : 'beyond' };
}
