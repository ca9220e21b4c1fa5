/**
 * What staff types to find who holds land: a certificate's serial, an identity number, a name with a second key; in one text, its parts divided
 * by commas. Pure and total; what is only a question for land (land-question.ts) is none of these.
 */
import { normaliseSerial } from '../certificate-serial.ts';
import { searchKey } from '../encoding/search-key.ts';
import { cleanText } from './clean-text.ts';
import { readParcel } from './read-parcel.ts';
import { type PlaceQuestion, readPlace } from './read-place.ts';
import { tokenize } from './tokens.ts';

export interface HolderQuestion {
  /** Serial of a certificate as the register writes it: `AA 01234567`. */
  readonly serial?: string;
  /** Identity number, 9 or 12 digits. Never shown, logged or put into an address. */
  readonly digits?: string;
  /** As typed, and as names are looked up: words without case and diacritics, one space between them. */
  readonly name?: { readonly words: string; readonly key: string };
  /** A parcel by both its numbers. */
  readonly parcel?: { readonly sheet: string; readonly no: string };
  readonly place?: PlaceQuestion;
}

const MAX_LETTERS = 200;
const MAX_UNITS = 5 * MAX_LETTERS;
/** Fewer are in every second name. */
const FEWEST = { words: 2, letters: 4 } as const;

const SERIAL_LABEL = /^(?:giấy chứng nhận|gcn|số phát hành|seri|serial|số seri|số)\s*(?:số|:)?\s*/iu;
const IDENTITY_LABEL =
  /(?:số\s*)?(?:căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?|cccd|cc|cmnd|cmtnd|cmt)\s*(?:số)?\s*[:.]?$/iu;
const HONORIFIC = /^(?:(?:hộ|hộ gia đình)\s+)?(?:ông|bà)\s+/iu;
const WITH_NUMBER = /^(?<words>[^\d]*?)\s*(?<number>\d[\d\s.-]*)$/u;
const WITH_COMMUNE = /^(?<words>\P{N}+?)\s+(?<place>(?:xã|phường|thị trấn)\s.+)$/iu;

/** The serial that a part is, with the word for it or without. Only forms that certificates had: "A 12" is no serial. */
function readSerial(part: string): string | undefined {
  const read = normaliseSerial(part.replace(SERIAL_LABEL, ''));
  return read?.usual ? read.serial : undefined;
}

/** An identity number, and the words before it that are not the word for it. */
function readIdentity(part: string): { digits: string; words: string } | undefined {
  const { words = '', number = '' } = WITH_NUMBER.exec(part)?.groups ?? {};
  const digits = number.replace(/\D/g, '');
  if (digits.length !== 9 && digits.length !== 12) return undefined;
  return {
    digits,
    words: words
      .replace(/[\s:.-]+$/u, '')
      .replace(IDENTITY_LABEL, '')
      .trim(),
  };
}

/** A name as names are looked up; undefined where it is none, or too short to tell anybody apart. */
function readName(words: string): HolderQuestion['name'] {
  const key = searchKey(words.replace(HONORIFIC, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const isEnough = key.split(' ').length >= FEWEST.words && key.replaceAll(' ', '').length >= FEWEST.letters;
  return isEnough && !/\d/.test(key) ? { words: words.trim(), key } : undefined;
}

/** Whether every name in a part is said to be a place: "xã Tây Thử", "thôn Lim Hạ". */
function isPlace(part: string): boolean {
  const { place } = readPlace(tokenize(part));
  if (!place) return false;
  return (
    place.unitCode !== undefined || (place.parts.length > 0 && place.parts.every(({ word }) => word !== undefined))
  );
}

/** Null where nobody is asked for: no serial, no identity number, no name. */
export function parseHolderQuestion(text: string): HolderQuestion | null {
  if (text.length > MAX_UNITS) return null;
  const clean = cleanText(text);
  if ([...clean].length > MAX_LETTERS) return null;
  let found: HolderQuestion = {};
  const places: string[] = [];
  const takeWords = (part: string) => {
    const { words = part, place } = WITH_COMMUNE.exec(part)?.groups ?? {};
    if (place !== undefined) places.push(place);
    if (words === '') return;
    const name = found.name || isPlace(words) ? undefined : readName(words);
    if (name) found = { ...found, name };
    else places.push(words);
  };
  for (const part of clean.split(/[,;\t|]/u).map((one) => one.trim())) {
    if (part === '') continue;
    const serial = readSerial(part);
    const identity = serial === undefined ? readIdentity(part) : undefined;
    const { sheet, no, rest } = readParcel(tokenize(part));
    if (serial !== undefined) found = { ...found, serial };
    else if (identity) {
      found = { ...found, digits: identity.digits };
      if (identity.words !== '') takeWords(identity.words);
    } else if ((sheet !== undefined || no !== undefined) && rest.every(({ kind }) => kind === 'sign')) {
      // A number without its sheet is that of a parcel on every sheet there is: no key.
      if (sheet !== undefined && no !== undefined) found = { ...found, parcel: { sheet, no } };
    } else takeWords(part);
  }
  if (found.serial === undefined && found.digits === undefined && found.name === undefined) return null;
  const { place } = places.length > 0 ? readPlace(tokenize(places.join(', '))) : { place: undefined };
  return place ? { ...found, place } : found;
}
