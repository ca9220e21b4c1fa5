/** The text of a .prj, as ESRI programs write it for the systems of server/domain/crs.ts. */
import { getProjection, type Projection } from '../../server/domain/crs.ts';

const VN2000 =
  'GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** ESRI WKT on one line. Throws RangeError for a code outside the table of projections. */
export function prjText(srid: number): string {
  const projection = getProjection(srid);
  if (projection.centralMeridian === null) return WGS84;
  const scale = projection.kind === 'utm' ? 0.9996 : 0.9999;
  return (
    `PROJCS["${esriName(projection)}",${VN2000},PROJECTION["Transverse_Mercator"],` +
    'PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],' +
    `PARAMETER["Central_Meridian",${decimal(projection.centralMeridian)}],PARAMETER["Scale_Factor",${scale}],` +
    'PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
  );
}

const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

function esriName({ kind, centralMeridian }: Projection): string {
  const degrees = Math.trunc(centralMeridian!);
  const minutes = Math.round((centralMeridian! - degrees) * 60);
  if (kind === 'utm') return `VN_2000_UTM_Zone_${(degrees + 3) / 6 + 30}N`;
  return `VN-2000_TM-3_${degrees}-${String(minutes).padStart(2, '0')}`;
}
