/** The text of a .prj, as ESRI programs write it for the systems of server/domain/crs.ts. */
import { getProjection, type Projection } from './crs.ts';

const frame = (name: string, datum: string, spheroid: string): string =>
  `GEOGCS["${name}",DATUM["${datum}",SPHEROID[${spheroid}]],` +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const WGS84_SPHEROID = '"WGS_1984",6378137.0,298.257223563';
const FRAMES = {
  vn2000: frame('GCS_VN_2000', 'D_Vietnam_2000', WGS84_SPHEROID),
  wgs84: frame('GCS_WGS_1984', 'D_WGS_1984', WGS84_SPHEROID),
  hn72: frame('GCS_Hanoi_1972', 'D_Hanoi_1972', '"Krasovsky_1940",6378245.0,298.3'),
  other: frame('GCS_unknown', 'D_unknown', WGS84_SPHEROID),
} as const;
const SCALES = { tm3: 0.9999, utm: 0.9996, other: 1, geographic: 1 } as const;

/** ESRI WKT on one line. Throws RangeError for a code outside the table of projections. */
export const prjText = (srid: number): string => prjTextOf(getProjection(srid));

/** As {@link prjText}; `scaleFactor` for a sheet that was drawn with another one than its zone has. */
export function prjTextOf(projection: Projection, scaleFactor: number = SCALES[projection.kind]): string {
  const { datum, centralMeridian, falseEasting = 500_000 } = projection;
  if (centralMeridian === null) return FRAMES[datum];
  return (
    `PROJCS["${esriName(projection)}",${FRAMES[datum]},PROJECTION["Transverse_Mercator"],` +
    `PARAMETER["False_Easting",${decimal(falseEasting)}],PARAMETER["False_Northing",0.0],` +
    `PARAMETER["Central_Meridian",${decimal(centralMeridian)}],PARAMETER["Scale_Factor",${scaleFactor}],` +
    'PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
  );
}

const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

function esriName({ kind, datum, centralMeridian }: Projection): string {
  const degrees = Math.trunc(centralMeridian!);
  const minutes = Math.round((centralMeridian! - degrees) * 60);
  const zone = (degrees + 3) / 6 + 30;
  if (kind === 'utm') return datum === 'wgs84' ? `WGS_1984_UTM_Zone_${zone}N` : `VN_2000_UTM_Zone_${zone}N`;
  if (datum === 'hn72') return `Hanoi_1972_GK_${degrees}`;
  return `VN-2000_TM-3_${degrees}-${String(minutes).padStart(2, '0')}`;
}
