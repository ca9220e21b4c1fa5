/** The system that a .prj describes: one of the table, or one computed from its own parameters, so that it can be tried. */
import {
  AS_PRJ_SAYS,
  type Datum,
  degreesText,
  findProjection,
  type Projection,
  SOURCE_SYSTEMS,
} from '../../../server/domain/crs.ts';
import type { CrsClaim } from './crs-claim.ts';

/** Null for a description that cannot be computed: an unknown method, a datum that nobody says how to move. */
export function systemOfClaim(claim: CrsClaim): Projection | null {
  return findNamed(claim) ?? makeSystem(claim);
}

const close = (a: number | null, b: number | null): boolean => a !== null && b !== null && Math.abs(a - b) < 1e-9;
/** Millimetres: a false easting that came out of another unit. */
const near = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) < 1e-3;
const SCALES = { tm3: 0.9999, utm: 0.9996, other: 1 } as const;

/** Programs compute with the parameters, so they decide; the code beside them only where the datum has no name. */
function findNamed(claim: CrsClaim): Projection | undefined {
  const fits = ({ kind, centralMeridian, falseEasting = 500_000 }: Projection): boolean => {
    if (kind === 'geographic') return claim.method === 'geographic';
    const transverse = claim.method === 'tm' || claim.method === 'utm';
    const placed = close(claim.centralMeridian, centralMeridian) && close(claim.scaleFactor, SCALES[kind]);
    const zero = near(claim.falseNorthing, 0) && near(claim.latitude ?? 0, 0);
    return transverse && placed && zero && near(claim.falseEasting, falseEasting);
  };
  const datum = datumName(claim);
  const named = SOURCE_SYSTEMS.find((system) => system.datum === datum && fits(system));
  if (named) return named;
  const coded = claim.epsg !== null && datum === 'other' ? findProjection(claim.epsg) : undefined;
  return coded && fits(coded) ? coded : undefined;
}

const datumName = ({ vn2000, wgs84, hn72 }: CrsClaim): Datum =>
  vn2000 ? 'vn2000' : wgs84 ? 'wgs84' : hn72 ? 'hn72' : 'other';

/** Half axis of WGS 84 and GRS 80: without another word such a datum is taken as the Earth's own. */
const GEOCENTRIC_A = 6_378_137;

/** Ellipsoid and shift, as PROJ writes them; null where a shift is needed and not given. */
function datumText({ vn2000, wgs84, hn72, shift, ellipsoid }: CrsClaim): string | null {
  const named = vn2000 ? 'vn2000' : hn72 ? 'hn72' : wgs84 ? 'wgs84' : null;
  if (named) return degreesText(named).replace('+proj=longlat ', '').replace(' +no_defs', '');
  const { a, rf } = ellipsoid ?? { a: GEOCENTRIC_A, rf: 298.257223563 };
  if (!(a > 6_300_000 && a < 6_450_000) || !(rf === 0 || (rf > 250 && rf < 350))) return null;
  if (shift === null && a !== GEOCENTRIC_A) return null;
  const form = rf === 0 ? `+a=${a} +b=${a}` : `+a=${a} +rf=${rf}`;
  return `${form} +towgs84=${(shift ?? [0, 0, 0]).join(',')}`;
}

function makeSystem(claim: CrsClaim): Projection | null {
  const datum = datumText(claim);
  const plane = planeText(claim);
  if (datum === null || plane === null) return null;
  const { falseEasting, falseNorthing } = claim;
  return {
    srid: AS_PRJ_SAYS,
    name: claim.name ?? '',
    kind: claim.method === 'geographic' ? 'geographic' : 'other',
    datum: datumName(claim),
    centralMeridian: claim.centralMeridian,
    proj4: `${plane} ${datum} +no_defs`,
    // A cone or a Mercator begins elsewhere: its numbers say nothing about the country by themselves.
    ...(claim.method === 'tm' || claim.method === 'utm'
      ? { falseEasting: falseEasting ?? 0, falseNorthing: falseNorthing ?? 0 }
      : {}),
    ...(claim.method === 'mercator' || claim.method === 'lambert' ? { anyNumbers: true } : {}),
    ...(claim.hn72 ? { accuracyM: 5 } : {}),
  };
}

function planeText(claim: CrsClaim): string | null {
  const { method, centralMeridian, scaleFactor, falseEasting, falseNorthing, latitude, parallels } = claim;
  if (method === 'geographic') return '+proj=longlat';
  if (method === 'other' || centralMeridian === null) return null;
  const numbers = [centralMeridian, scaleFactor ?? 1, falseEasting ?? 0, falseNorthing ?? 0, latitude ?? 0];
  if (!numbers.every(Number.isFinite) || Math.abs(latitude ?? 0) > 89 || !((scaleFactor ?? 1) > 0.5)) return null;
  const origin = `+lon_0=${centralMeridian} +x_0=${falseEasting ?? 0} +y_0=${falseNorthing ?? 0} +units=m`;
  const scale = `+k=${scaleFactor ?? 1}`;
  if (method === 'mercator') return `+proj=merc ${scale} ${origin}`;
  if (method === 'lambert') {
    const [south, north] = parallels ?? [latitude ?? 0, latitude ?? 0];
    return `+proj=lcc +lat_0=${latitude ?? 0} +lat_1=${south} +lat_2=${north} ${scale} ${origin}`;
  }
  return `+proj=tmerc +lat_0=${latitude ?? 0} ${scale} ${origin}`;
}
