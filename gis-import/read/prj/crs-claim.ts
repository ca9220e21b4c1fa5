/** The parameters by which any notation describes a coordinate system. Degrees and metres, whatever the text is written in. */
export interface CrsClaim {
  readonly name: string | null;
  readonly method: 'tm' | 'utm' | 'mercator' | 'lambert' | 'geographic' | 'other';
  readonly centralMeridian: number | null;
  readonly scaleFactor: number | null;
  readonly falseEasting: number | null;
  readonly falseNorthing: number | null;
  /** Of the origin. */
  readonly latitude: number | null;
  /** Of a cone. */
  readonly parallels: readonly [number, number] | null;
  readonly wgs84: boolean;
  readonly vn2000: boolean;
  readonly hn72: boolean;
  /** The datum shift written beside, position-vector signs; null where there is none. */
  readonly shift: readonly number[] | null;
  readonly ellipsoid: Ellipsoid | null;
  /** Metres, or degrees for a geographic system, in one unit of its coordinates. */
  readonly unit: number;
  /** The EPSG code written beside, if any. */
  readonly epsg: number | null;
}

/** Half axis in metres, inverse flattening (0: a sphere). */
export interface Ellipsoid {
  readonly a: number;
  readonly rf: number;
}

export type PlaneParameters = Pick<
  CrsClaim,
  'centralMeridian' | 'scaleFactor' | 'falseEasting' | 'falseNorthing' | 'latitude' | 'parallels'
>;

export const NO_PARAMETERS: PlaneParameters = {
  centralMeridian: null,
  scaleFactor: null,
  falseEasting: null,
  falseNorthing: null,
  latitude: null,
  parallels: null,
};

/** UTM is a transverse Mercator with three agreed numbers: 0.9996, 500 km, a meridian 3° + n · 6°. */
export function tmOrUtm({ centralMeridian, scaleFactor, falseEasting }: PlaneParameters): 'tm' | 'utm' {
  const onZone = centralMeridian !== null && Math.abs(centralMeridian - 3) % 6 === 0;
  return scaleFactor === 0.9996 && falseEasting === 500_000 && onZone ? 'utm' : 'tm';
}

/** Also the name that a program makes of the shift where the datum has none: `…_using_towgs84_-191_90441429_…`. */
const VN2000 = /vn[\s_-]*2000|viet\s*[_-]?nam[\s_-]*2000|towgs84[\s_=]*-191[_.,]90/i;
const WGS84 = /wgs[\s_-]*(19)?84|world[\s_-]geodetic[\s_-]system[\s_-]1984/i;
const HN72 = /ha[\s_-]?noi[\s_-]*(19)?72|hn[\s_-]*72/i;
/** Of Krassowsky, which in Viet Nam is HN-72's. */
const KRASSOWSKY_A = 6_378_245;

/**
 * The ellipsoid of VN-2000 is that of WGS 84, so only the names of system and datum, or the datum shift (metres;
 * EPSG:6960), tell the two apart. An ellipsoid's name is therefore no evidence and must not be among `names`.
 */
export function datumOf(
  names: readonly string[],
  given: readonly number[],
  ellipsoid: Ellipsoid | null,
): Pick<CrsClaim, 'wgs84' | 'vn2000' | 'hn72' | 'shift'> {
  const shift = given.length >= 3 && given.every(Number.isFinite) ? given.slice(0, 7) : null;
  const [dx = 0, dy = 0, dz = 0] = shift ?? [];
  const vn2000 = Math.hypot(dx + 191.904, dy + 39.303, dz + 111.45) < 1 || names.some((name) => VN2000.test(name));
  const russian = ellipsoid !== null && Math.abs(ellipsoid.a - KRASSOWSKY_A) < 0.5;
  const own = Math.hypot(dx, dy, dz) !== 0;
  const hanoi = Math.hypot(dx + 17.51, dy + 108.32, dz + 62.39) < 1 || names.some((name) => HN72.test(name));
  const hn72 = !vn2000 && (hanoi || (russian && !own));
  const wgs84 = !vn2000 && !hn72 && !own && names.some((name) => WGS84.test(name));
  return { vn2000, wgs84, hn72, shift };
}
