/**
 * The one question box: what a person typed or pasted, as a question to the register. Pure and total: every text has an
 * answer, none throws, and the work is bounded by MAX_LETTERS.
 */
import { cleanText } from './question/clean-text.ts';
import { type CoordinateReading, readCoordinates } from './question/read-coordinates.ts';
import { readParcel } from './question/read-parcel.ts';
import { type PlaceQuestion, readPlace } from './question/read-place.ts';
import { tokenize } from './question/tokens.ts';

export type LandQuestion =
  | { readonly kind: 'none'; readonly reason: 'empty' | 'too_long' | 'not_understood' }
  /** A parcel code (mã thửa đất), 12 characters, lower case. */
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'parcel'; readonly sheet?: string; readonly no: string; readonly place?: PlaceQuestion }
  | { readonly kind: 'sheet'; readonly sheet: string; readonly place?: PlaceQuestion }
  /** The same two numbers can be meant in several systems: one reading for each in which they can be of Viet Nam. */
  | { readonly kind: 'coordinates'; readonly readings: readonly CoordinateReading[] }
  | { readonly kind: 'place'; readonly place: PlaceQuestion };

/** Longer texts are no question. */
const MAX_LETTERS = 200;
/** A letter can come as up to three code units when it is decomposed, and with invisible marks around it. */
const MAX_UNITS = 5 * MAX_LETTERS;

/**
 * Twelve letters of the geohash alphabet, which has no a, i, l, o. All of Viet Nam lies in the cell w (90-135° E,
 * 0-45° N); without that first letter a twelve-digit identity number would be taken for a code.
 */
const CODE = /^w[0-9b-hjkmnp-z]{11}$/;

/** What the text asks for. Forms in the order in which they can be told with certainty. */
export function parseLandQuestion(text: string): LandQuestion {
  if (text.length > MAX_UNITS) return { kind: 'none', reason: 'too_long' };
  const clean = cleanText(text);
  if (clean === '') return { kind: 'none', reason: 'empty' };
  if ([...clean].length > MAX_LETTERS) return { kind: 'none', reason: 'too_long' };
  const code = clean.toLowerCase().replace(/[\s.\-–]/gu, '');
  if (CODE.test(code)) return { kind: 'code', code };
  const readings = readCoordinates(clean);
  if (readings.length > 0) return { kind: 'coordinates', readings };
  const { sheet, no, rest } = readParcel(tokenize(clean));
  const found = readPlace(rest);
  const place = found ? { place: found } : {};
  if (no !== undefined) return { kind: 'parcel', ...(sheet === undefined ? {} : { sheet }), no, ...place };
  if (sheet !== undefined) return { kind: 'sheet', sheet, ...place };
  return found ? { kind: 'place', place: found } : { kind: 'none', reason: 'not_understood' };
}
