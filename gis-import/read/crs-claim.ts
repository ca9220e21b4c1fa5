/** The parameters by which any notation describes a coordinate system. Degrees and metres. */
export interface CrsClaim {
  readonly name: string | null;
  readonly method: 'tm' | 'utm' | 'geographic' | 'other';
  readonly centralMeridian: number | null;
  readonly scaleFactor: number | null;
  readonly falseEasting: number | null;
  readonly falseNorthing: number | null;
  readonly wgs84: boolean;
  readonly vn2000: boolean;
  /** The EPSG code written beside, if any. */
  readonly epsg: number | null;
}

export type TmParameters = Pick<CrsClaim, 'centralMeridian' | 'scaleFactor' | 'falseEasting' | 'falseNorthing'>;

export const NO_PARAMETERS: TmParameters = {
  centralMeridian: null,
  scaleFactor: null,
  falseEasting: null,
  falseNorthing: null,
};

/** UTM is a transverse Mercator with three agreed numbers: 0.9996, 500 km, a meridian 3° + n · 6°. */
export function tmOrUtm({ centralMeridian, scaleFactor, falseEasting }: TmParameters): 'tm' | 'utm' {
  const onZone = centralMeridian !== null && Math.abs(centralMeridian - 3) % 6 === 0;
  return scaleFactor === 0.9996 && falseEasting === 500_000 && onZone ? 'utm' : 'tm';
}

const VN2000 = /vn[\s_-]*2000|viet\s*[_-]?nam[\s_-]*2000/i;
const WGS84 = /wgs[\s_-]*(19)?84|world[\s_-]geodetic[\s_-]system[\s_-]1984/i;

/**
 * The ellipsoid of VN-2000 is that of WGS 84, so only the names of system and datum, or the datum shift (metres;
 * EPSG:6960), tell the two apart. An ellipsoid's name is therefore no evidence and must not be among `names`.
 */
export function datumOf(names: readonly string[], shift: readonly number[]): Pick<CrsClaim, 'wgs84' | 'vn2000'> {
  const [dx = 0, dy = 0, dz = 0] = shift;
  const vn2000 = Math.hypot(dx + 191.904, dy + 39.303, dz + 111.45) < 1 || names.some((name) => VN2000.test(name));
  const wgs84 = !vn2000 && Math.hypot(dx, dy, dz) === 0 && names.some((name) => WGS84.test(name));
  return { vn2000, wgs84 };
}
