/** A row of a table read as questions to the register: by the same grammar as the one question box. Pure and total. */
import { PARCEL_NO, SHEET_NO } from '../batch/correction.ts';
import { normaliseSerial } from '../certificate-serial.ts';
import { parcelNumber, sheetNumber } from '../land-number.ts';
import { cleanText } from '../question/clean-text.ts';
import { type LandQuestion, parseLandQuestion } from '../question/land-question.ts';
import { type CoordinateReading, readCoordinates } from '../question/read-coordinates.ts';
import { type PlaceQuestion, readPlace } from '../question/read-place.ts';
import { tokenize } from '../question/tokens.ts';
import type { LookupField } from './lookup-columns.ts';
import type { LookupReason } from './lookup-outcome.ts';

export type ParcelQuestion = Extract<LandQuestion, { kind: 'parcel' }>;

/** One thing a row says of its parcel. Every one of them must hold. */
export type RowKey =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'numbered'; readonly question: ParcelQuestion }
  | { readonly kind: 'point'; readonly readings: readonly CoordinateReading[] }
  | { readonly kind: 'serial'; readonly serial: string }
  | { readonly kind: 'identity'; readonly digits: string };

/** What a row asks; a reason where it is no question. */
export type ReadRow = { readonly keys: readonly RowKey[] } | { readonly reason: LookupReason };

export type RowCells = Partial<Record<LookupField, string>>;

class Unread extends Error {
  readonly reason: LookupReason;
  constructor(reason: LookupReason) {
    super(reason);
    this.reason = reason;
  }
}

const SHEET = new RegExp(SHEET_NO, 'u');
const NO = new RegExp(PARCEL_NO, 'u');
const IDENTITY = /^(?:\d{9}|\d{12})$/;

function readCode(text: string): RowKey {
  const question = parseLandQuestion(text);
  if (question.kind !== 'code') throw new Unread('code_unreadable');
  return { kind: 'code', code: question.code };
}

/** Places that were read, by what was said of them; null: it is none. A table names few communes in many rows. */
type ReadPlaces = Map<string, PlaceQuestion | null>;
const MOST_PLACES = 2_000;

/** The place that the columns name; undefined where they name none. */
function placeOf({ commune, district, address }: RowCells, known: ReadPlaces): PlaceQuestion | undefined {
  const named = commune ?? address;
  if (named === undefined) return undefined;
  const said = district === undefined ? named : `${named}, ${district}`;
  let read = known.get(said);
  if (read === undefined) {
    const { place, unread } = readPlace(tokenize(cleanText(said)));
    read = place && unread.length === 0 ? place : null;
    if (known.size >= MOST_PLACES) known.clear();
    known.set(said, read);
  }
  if (read === null) throw new Unread('commune_unreadable');
  return read;
}

/** Null for a number alone: of a parcel on every sheet there is. */
function readNumbers(cells: RowCells, known: ReadPlaces): RowKey | null {
  const no = parcelNumber(cells.no ?? '');
  if (no === '') throw new Unread('no_missing');
  const sheet = cells.sheet === undefined ? undefined : sheetNumber(cells.sheet);
  if (!NO.test(no) || (sheet !== undefined && !SHEET.test(sheet))) throw new Unread('unreadable');
  const place = placeOf(cells, known);
  if (sheet === undefined && !place) return null;
  return {
    kind: 'numbered',
    question: {
      kind: 'parcel',
      no,
      also: [],
      unread: [],
      ...(sheet === undefined ? {} : { sheet }),
      ...(place ? { place } : {}),
    },
  };
}

function readPoint(text: string, srid: string | undefined): RowKey {
  const readings = readCoordinates(cleanText(text));
  if (readings === 'outside') throw new Unread('outside');
  const wanted = srid === undefined ? null : Number(/^(?:EPSG:)?\s*(\d{4,6})$/i.exec(srid)?.[1] ?? Number.NaN);
  const fit = wanted === null ? readings : readings.filter((reading) => reading.srid === wanted);
  if (fit.length === 0) throw new Unread('coordinates_unreadable');
  return { kind: 'point', readings: fit };
}

function readText(text: string): RowKey {
  const question = parseLandQuestion(text);
  switch (question.kind) {
    case 'code':
      return { kind: 'code', code: question.code };
    case 'coordinates':
      return { kind: 'point', readings: question.readings };
    case 'parcel':
      // A number alone is that of a parcel on every sheet there is.
      if (question.sheet === undefined && !question.place) throw new Unread('place_missing');
      return { kind: 'numbered', question };
    case 'sheet':
      throw new Unread('no_missing');
    case 'place': {
      if (!question.orParcel) throw new Unread('no_missing');
      // A hamlet may be called so; with a number it can only be the parcel that a row is about.
      return { kind: 'numbered', question: { kind: 'parcel', also: [], unread: [], ...question.orParcel } };
    }
    default:
      throw new Unread(question.reason === 'outside' ? 'outside' : 'unreadable');
  }
}

function* readKeys(cells: RowCells, isStaff: boolean, known: ReadPlaces): Generator<RowKey> {
  const { code, sheet, no, serial, identityNumber, lat, lon, x, y, srid, coordinates, text } = cells;
  if (code !== undefined) yield readCode(code);
  if (sheet !== undefined || no !== undefined) {
    const numbers = readNumbers(cells, known);
    // Beside a code or a point it adds nothing; alone it asks nothing (below).
    if (numbers) yield numbers;
  }
  if (lat !== undefined && lon !== undefined) yield readPoint(`${lat}; ${lon}`, srid);
  // A cut-off pair says nothing.
  else if (lat !== undefined || lon !== undefined) throw new Unread('coordinates_unreadable');
  if (x !== undefined && y !== undefined) yield readPoint(`${x}; ${y}`, srid);
  else if (x !== undefined || y !== undefined) throw new Unread('coordinates_unreadable');
  if (coordinates !== undefined) yield readPoint(coordinates, srid);
  if ((serial !== undefined || identityNumber !== undefined) && !isStaff) throw new Unread('staff_only');
  if (serial !== undefined) {
    const read = normaliseSerial(serial);
    if (!read) throw new Unread('serial_unreadable');
    yield { kind: 'serial', serial: read.serial };
  }
  if (identityNumber !== undefined) {
    const digits = identityNumber.replace(/[\s.-]/g, '');
    if (!IDENTITY.test(digits)) throw new Unread('identity_unreadable');
    yield { kind: 'identity', digits };
  }
  if (text !== undefined) yield readText(text);
}

/**
 * What a row asks, from its cells that are not empty. `isStaff`: serials and identity numbers may be asked by. Rows of one table share what is
 * `known` of its places.
 */
export function readRow(cells: RowCells, isStaff: boolean, known: ReadPlaces = new Map()): ReadRow {
  if (Object.keys(cells).length === 0) return { reason: 'empty' };
  try {
    const keys = [...readKeys(cells, isStaff, known)];
    if (keys.length > 0) return { keys };
    if (cells.no !== undefined) return { reason: 'place_missing' };
    return { reason: cells.commune === undefined && cells.address === undefined ? 'unreadable' : 'no_missing' };
  } catch (error) {
    if (error instanceof Unread) return { reason: error.reason };
    throw error;
  }
}
