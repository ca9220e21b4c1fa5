/** From points of a scanned picture to the plane of the law, and back. */

/** Points of the picture from its top left corner, right and down; a whole number is the corner of a pixel, not its middle. */
export type PicturePoint = readonly [x: number, y: number];
/** Metres in the system of the sheet. */
export type SheetPoint = readonly [east: number, north: number];

/** A place of which both are known. */
export interface Tie {
  readonly picture: PicturePoint;
  readonly ground: SheetPoint;
}

/** `affine`: shrunk and skew paper. `projective`: taken from aslant. `thin_plate`: paper that gave way unevenly. */
export const TRANSFORMATIONS = ['affine', 'projective', 'thin_plate'] as const;
export type TransformationKind = (typeof TRANSFORMATIONS)[number];

export interface Transformation {
  toGround(at: PicturePoint): [east: number, north: number];
  toPicture(at: SheetPoint): [x: number, y: number];
}

/** Numbers near 1 in place of pixels and of metres from the equator: digits are not lost in what all have in common. */
export interface Frame {
  readonly middle: readonly [number, number];
  readonly unit: number;
}

/** The frame of points; null where they are all one. */
export function frameOf(points: readonly (readonly [number, number])[]): Frame | null {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const middle = [mean(0), mean(1)] as const;
  const unit = Math.max(0, ...points.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1])));
  return unit > 0 ? { middle, unit } : null;
}

export const intoFrame = ({ middle, unit }: Frame, [x, y]: readonly [number, number]): [number, number] => [
  (x - middle[0]) / unit,
  (y - middle[1]) / unit,
];
export const outOfFrame = ({ middle, unit }: Frame, [x, y]: readonly [number, number]): [number, number] => [
  x * unit + middle[0],
  y * unit + middle[1],
];
