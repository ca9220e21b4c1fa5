import type { Knex } from 'knex';

/**
 * EPSG:9205–9218 (VN-2000 / TM-3 zones, EPSG data set v11.022) where PostGIS lacks them, and the datum shift EPSG:6960
 * for all VN-2000 systems. PostGIS hands proj4text to PROJ only when auth_name is not EPSG or PROJ does not know the
 * code; PROJ 9 knows these, and picks EPSG:6960 itself. The text is the position-vector form of the same operation.
 */
const ZONES: [srid: number, centralMeridian: string][] = [
  [9205, '103'],
  [9206, '104'],
  [9207, '104.5'],
  [9208, '104.75'],
  [9209, '105.5'],
  [9210, '105.75'],
  [9211, '106'],
  [9212, '106.25'],
  [9213, '106.5'],
  [9214, '107'],
  [9215, '107.25'],
  [9216, '107.5'],
  [9217, '108.25'],
  [9218, '108.5'],
  [5896, '102'],
  [5897, '105'],
  [5898, '108'],
  [5899, '107.75'],
];

const SHIFT = '-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278';

export async function up(knex: Knex): Promise<void> {
  for (const [srid, meridian] of ZONES) {
    const name = `VN-2000 / TM-3 ${meridian}`;
    const wkt =
      `PROJCS["${name}",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],` +
      `TOWGS84[${SHIFT}],AUTHORITY["EPSG","6756"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],` +
      `AUTHORITY["EPSG","4756"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],` +
      `PARAMETER["central_meridian",${meridian}],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],` +
      `PARAMETER["false_northing",0],UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","${srid}"]]`;
    const proj4 = `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${SHIFT} +units=m +no_defs`;
    await knex.raw(
      `insert into public.spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
       values (?, 'EPSG', ?, ?, ?) on conflict (srid) do nothing`,
      [srid, srid, wkt, proj4],
    );
  }
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
