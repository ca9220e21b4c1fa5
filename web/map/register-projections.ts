import { register } from 'ol/proj/proj4.js';
import { get as getProjection } from 'ol/proj.js';
import proj4 from 'proj4';
import { PROJECTIONS } from '../../server/domain/crs.ts';

let done = false;

/** Makes every system of the registry's table known to OpenLayers, once; Mercator and degrees it knows itself. */
export function registerProjections(): void {
  if (done) return;
  for (const { srid, kind, proj4: definition } of PROJECTIONS) {
    if (kind !== 'geographic') proj4.defs(`EPSG:${srid}`, definition);
  }
  register(proj4);
  done = true;
}

/** The code by which OpenLayers knows a system. Throws RangeError for one it does not know. */
export function projectionCode(srid: number): string {
  registerProjections();
  const code = `EPSG:${srid}`;
  if (!getProjection(code)) throw new RangeError(`${code} is not in the table of projections`);
  return code;
}
