/**
 * The one question box: what a person typed or pasted, as a question to the register. Pure and total: every text has an
 * answer, none throws, and the work is bounded by MAX_LETTERS.
 */
import { parcelNumber } from '../land-number.ts';
import { cleanText } from './clean-text.ts';
import { KIND_KEYS } from './place-words.ts';
import { type CoordinateReading, readCoordinates } from './read-coordinates.ts';
import { type ParcelNumbers, readParcel } from './read-parcel.ts';
import { type PlaceQuestion, readPlace } from './read-place.ts';
import { type Token, tokenize } from './tokens.ts';

interface Said {
  /** What of the text is not understood, as typed. It is never dropped: the answer says so. */
  readonly unread: readonly string[];
}
interface ParcelSaid extends ParcelNumbers, Said {
  readonly place?: PlaceQuestion;
}

export type LandQuestion =
  /** outside: coordinates of a place that is not in Viet Nam. */
  | { readonly kind: 'none'; readonly reason: 'empty' | 'too_long' | 'not_understood' | 'outside' }
  /** A parcel code (mã thửa đất), 12 characters, lower case. */
  | { readonly kind: 'code'; readonly code: string }
  | ({ readonly kind: 'parcel'; readonly no: string; readonly also: readonly ParcelNumbers[] } & ParcelSaid)
  | ({ readonly kind: 'sheet'; readonly sheet: string } & ParcelSaid)
  /** The same two numbers can be meant in several systems: one reading for each in which they can be of Viet Nam. */
  | { readonly kind: 'coordinates'; readonly readings: readonly CoordinateReading[] }
  | ({
      readonly kind: 'place';
      readonly place: PlaceQuestion;
      /** "lim hạ 7" is a hamlet called so, or parcel 7 in Lim Hạ. */
      readonly orParcel?: { readonly no: string; readonly place: PlaceQuestion };
    } & Said);

/** Longer texts are no question. */
const MAX_LETTERS = 200;
/** A letter can come as up to three code units when it is decomposed, and with invisible marks around it. */
const MAX_UNITS = 5 * MAX_LETTERS;

/**
 * Twelve letters of the geohash alphabet, which has no a, i, l, o. All of Viet Nam lies in the cell w (90-135° E,
 * 0-45° N); without that first letter a twelve-digit identity number would be taken for a code.
 */
const CODE = /^w[0-9b-hjkmnp-z]{11}$/;

/** A number at one end of what else reads as a place, unless a word of kind makes it a name ("thôn 3"). */
function numberBeside(tokens: readonly Token[]): { no: string; rest: readonly Token[] } | undefined {
  const shape = (token: Token | undefined) => token?.kind === 'number' && !/^\d{5}$/.test(token.key);
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (last && before && shape(last) && !KIND_KEYS.has(before.key) && before.key !== 'so') {
    return { no: parcelNumber(last.raw), rest: tokens.slice(0, -1) };
  }
  const [first, second] = tokens;
  if (first && second && shape(first) && second.raw !== '/')
    return { no: parcelNumber(first.raw), rest: tokens.slice(1) };
  return undefined;
}

/** What the text asks for. Forms in the order in which they can be told with certainty. */
export function parseLandQuestion(text: string): LandQuestion {
  if (text.length > MAX_UNITS) return { kind: 'none', reason: 'too_long' };
  const clean = cleanText(text);
  if (clean === '') return { kind: 'none', reason: 'empty' };
  if ([...clean].length > MAX_LETTERS) return { kind: 'none', reason: 'too_long' };
  const code = clean.toLowerCase().replace(/[\s.\-–]/gu, '');
  if (CODE.test(code)) return { kind: 'code', code };
  const readings = readCoordinates(clean);
  if (readings === 'outside') return { kind: 'none', reason: 'outside' };
  if (readings.length > 0) return { kind: 'coordinates', readings };
  const tokens = tokenize(clean);
  const { sheet, no, also, rest, unread: twice } = readParcel(tokens);
  const { place, unread: left } = readPlace(rest);
  const said = { ...(place && { place }), unread: [...twice, ...left] };
  if (no !== undefined) return { kind: 'parcel', ...(sheet === undefined ? {} : { sheet }), no, also, ...said };
  if (sheet !== undefined) return { kind: 'sheet', sheet, ...said };
  if (!place) return { kind: 'none', reason: 'not_understood' };
  const beside = numberBeside(tokens);
  const other = beside && readPlace(beside.rest);
  if (!beside || !other?.place || other.unread.length > 0) return { kind: 'place', place, unread: said.unread };
  // A part of its own, as after a comma, is in no name.
  if (left.length > 0) return { kind: 'parcel', no: beside.no, also: [], place: other.place, unread: twice };
  return { kind: 'place', place, unread: [], orParcel: { no: beside.no, place: other.place } };
}
