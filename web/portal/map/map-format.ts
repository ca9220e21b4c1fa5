import { findProjection, transformer } from '../../../server/domain/crs.ts';
import { formatFixed } from '../../../server/domain/words/format-number.ts';
import type { Language } from '../../i18n/words.ts';
import type { LonLat } from '../../map/map-context.ts';

/** A point in a projected system, in the order of Vietnamese tables: X is north, Y is east, metres. */
export interface NorthEast {
  readonly x: number;
  readonly y: number;
}

/** Degrees to X (north) and Y (east) of a system. */
export function toNorthEast(at: LonLat, srid: number): NorthEast {
  const [east, north] = transformer(4326, srid)([at[0], at[1]]);
  return { x: north, y: east };
}

/** Metres to the centimetre, as on a certificate. */
export const metresText = (metres: number, language: Language) => `${formatFixed(metres, language, 2)} m`;

/** A coordinate in metres, without points between thousands. */
export const coordinateText = (metres: number, language: Language) => formatFixed(metres, language, 2);

/** Degrees to a decimetre or so. */
export const degreesText = (degrees: number, language: Language) => `${formatFixed(degrees, language, 6)}°`;

/** For the clipboard: a machine's numbers, which every program reads. */
export const plainNumbers = (first: number, second: number, places: number) =>
  `${first.toFixed(places)}, ${second.toFixed(places)}`;

/** Short name of a system for a narrow place: TM-3 107°00'. */
export function shortSystemName(srid: number): string {
  const meridian = findProjection(srid)?.centralMeridian;
  if (meridian === null || meridian === undefined) return `EPSG:${srid}`;
  const minutes = String(Math.round((meridian % 1) * 60)).padStart(2, '0');
  const kind = findProjection(srid)?.kind === 'utm' ? 'UTM' : 'TM-3';
  return `${kind} ${Math.trunc(meridian)}°${minutes}'`;
}
