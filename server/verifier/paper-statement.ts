/**
 * What the QR code of a paper states, signed, so that it is checked without the register. Behind the address, as its fragment, which
 * no server is sent: decimal figures, which a QR code packs tightest. They are one number of 86 bytes, the most significant first:
 *
 *   0      version in the upper four bits (1; 2 where the serial is that of a blank), kind in the lower
 *   1–4    first four bytes of the fingerprint (SHA-256 of the SubjectPublicKeyInfo) of the key that signed
 *   5–6    day of issue, in days after 2020-01-01 (Viet Nam)
 *   7–8    the two letters of the serial, the first times 26 and the second. Version 2: the first of A to Z and Đ times 28, and the second
 *          from 1, or 0 where there is one letter alone; the highest bit is set where the number has eight digits, else it has six
 *   9–12   number of the serial
 *   13     how many parcels it is about
 *   14–21  code of the first of them, five bits a sign (geohash); zeros where there is none
 *   22–85  ECDSA on P-256 with SHA-256, r and s (IEEE P1363), over the domain below, the sixteen signs of the code, and bytes 0 to 21
 */
import { PAPER_KINDS, type PaperKind, readPaperCode } from '../domain/paper.ts';

const DOMAIN = 'diaba/paper-statement/1\n';
const [OF_PAPER, OF_BLANK] = [1, 2] as const;
const BLANK_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZĐ';
const EIGHT_DIGITS = 0x8000;
const HEAD = 22;
const LENGTH = HEAD + 64;
const EPOCH = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;
const GEOHASH = '0123456789bcdefghjkmnpqrstuvwxyz';
/** Numbers of the kinds in the code; a new kind takes the next one, none ever changes. */
const KINDS: readonly PaperKind[] = [
  'map_extract',
  'land_information',
  'parcel_history',
  'certificate',
  'receipt',
  'request_form',
];

export interface PaperStatement {
  readonly kind: PaperKind;
  /** Of the paper, or of the numbered blank that it is printed on. */
  readonly serial: string;
  /** `YYYY-MM-DD` in Viet Nam. */
  readonly day: string;
  readonly parcels: number;
  /** Code of the first parcel, twelve signs; null where it is about none, or the parcel has none. */
  readonly parcelCode: string | null;
}

/** A key that statements were signed with, as the register publishes it. */
export interface StatementKey {
  /** SHA-256 of `spki`, hex. */
  readonly fingerprint: string;
  /** SubjectPublicKeyInfo, DER in base64. */
  readonly spki: string;
  /** True: vouched for by a key of set-up's only. */
  readonly trial: boolean;
}

interface PackedSerial {
  readonly version: number;
  readonly letters: number;
  readonly number: number;
}

/** Of a paper (`TT-2026-000042`, with the year of its day) or of a numbered blank (`AB 01234567`); undefined for anything else. */
function packSerial(serial: string, day: string): PackedSerial | undefined {
  const [, first, second, year, number] = /^([A-Z])([A-Z])-(\d{4})-(\d{6,9})$/.exec(serial) ?? [];
  if (first && second && year === day.slice(0, 4)) {
    const letters = (first.charCodeAt(0) - 65) * 26 + second.charCodeAt(0) - 65;
    return { version: OF_PAPER, letters, number: Number(number) };
  }
  const [, named = '', digits = ''] = /^([A-ZĐ]{1,2}) (\d{6}|\d{8})$/.exec(serial) ?? [];
  if (named === '') return undefined;
  const [one, other] = [...named].map((letter) => BLANK_LETTERS.indexOf(letter));
  const letters = one! * 28 + (other === undefined ? 0 : other + 1) + (digits.length === 8 ? EIGHT_DIGITS : 0);
  return { version: OF_BLANK, letters, number: Number(digits) };
}

function readSerial({ version, letters, number }: PackedSerial, day: string): string | undefined {
  if (version === OF_PAPER) {
    if (letters >= 26 * 26) return undefined;
    const prefix = String.fromCharCode(65 + Math.floor(letters / 26), 65 + (letters % 26));
    return `${prefix}-${day.slice(0, 4)}-${String(number).padStart(6, '0')}`;
  }
  const long = letters >= EIGHT_DIGITS;
  const [one, other] = [Math.floor((letters % EIGHT_DIGITS) / 28), (letters % EIGHT_DIGITS) % 28];
  const figures = String(number).padStart(long ? 8 : 6, '0');
  if (version !== OF_BLANK || one > 26 || figures.length > (long ? 8 : 6)) return undefined;
  return `${BLANK_LETTERS[one]}${other === 0 ? '' : BLANK_LETTERS[other - 1]} ${figures}`;
}

/** What is signed, without the signature: bytes 0 to 21. Throws for a serial that neither papers nor blanks can have. */
export function packHead(
  { kind, serial, day, parcels, parcelCode }: PaperStatement,
  fingerprint: string,
): Uint8Array<ArrayBuffer> {
  const packed = packSerial(serial, day);
  if (!packed) throw new Error(`no serial of a paper of ${day}: ${serial}`);
  const bytes = new Uint8Array(HEAD);
  const view = new DataView(bytes.buffer);
  bytes[0] = packed.version * 16 + KINDS.indexOf(kind);
  for (let at = 0; at < 4; at += 1) bytes[1 + at] = Number.parseInt(fingerprint.slice(2 * at, 2 * at + 2), 16);
  view.setUint16(5, Math.round((Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY_MS));
  view.setUint16(7, packed.letters);
  view.setUint32(9, packed.number);
  bytes[13] = Math.min(parcels, 255);
  const sane = parcelCode !== null && /^[0-9b-hjkmnp-z]{12}$/.test(parcelCode) ? parcelCode : '';
  const bits = [...sane].reduce((sum, sign) => sum * 32n + BigInt(GEOHASH.indexOf(sign)), 0n);
  view.setBigUint64(14, bits);
  return bytes;
}

/** The bytes that the signature is over; `code` as printed or as stored. */
export const signedBytes = (code: string, head: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...new TextEncoder().encode(DOMAIN + (readPaperCode(code) ?? '')), ...head]);

/** Head and signature as the figures of the fragment. */
export function toFigures(head: Uint8Array, signature: Uint8Array): string {
  let sum = 0n;
  for (const byte of [...head, ...signature]) sum = sum * 256n + BigInt(byte);
  return sum.toString();
}

function fromFigures(figures: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[1-9]\d{203,207}$/.test(figures)) return undefined;
  const hex = BigInt(figures)
    .toString(16)
    .padStart(LENGTH * 2, '0');
  if (hex.length !== LENGTH * 2) return undefined;
  return Uint8Array.from({ length: LENGTH }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

function readHead(bytes: Uint8Array<ArrayBuffer>): PaperStatement | undefined {
  const view = new DataView(bytes.buffer);
  const kind = KINDS[bytes[0]! % 16];
  if (!kind || !PAPER_KINDS.includes(kind)) return undefined;
  const day = new Date(EPOCH + view.getUint16(5) * DAY_MS).toISOString().slice(0, 10);
  const packed = { version: bytes[0]! >> 4, letters: view.getUint16(7), number: view.getUint32(9) };
  const serial = readSerial(packed, day);
  if (serial === undefined) return undefined;
  let bits = view.getBigUint64(14);
  let parcelCode = '';
  const known = bits !== 0n;
  for (let sign = 0; sign < 12; sign += 1, bits /= 32n) parcelCode = GEOHASH[Number(bits % 32n)]! + parcelCode;
  return {
    kind,
    serial,
    day,
    parcels: bytes[13]!,
    parcelCode: known ? parcelCode : null,
  };
}

/**
 * signed: by a key of the register, for this code. not_signed: the signature does not fit, or belongs to another code. unknown_key: of a key that is
 * not in the list. none: nothing is stated, or not in a way that is known here.
 */
export type StatementVerdict = 'signed' | 'not_signed' | 'unknown_key' | 'none';
export interface StatementFinding {
  readonly verdict: StatementVerdict;
  /** Believed only where it is signed. */
  readonly statement: PaperStatement | null;
  readonly trial: boolean;
  readonly fingerprint: string | null;
}

const decode64 = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** Checks what a QR code holds, the whole address with its fragment, against the keys of the register. Asks nobody. */
export async function checkStatement(scanned: string, keys: readonly StatementKey[]): Promise<StatementFinding> {
  const nothing = (verdict: StatementVerdict): StatementFinding => ({
    verdict,
    statement: null,
    trial: false,
    fingerprint: null,
  });
  const [, code = '', figures = ''] = /\/verify\/([^/?#]+)[^#]*#(\d+)$/.exec(scanned.trim()) ?? [];
  const bytes = fromFigures(figures);
  const statement = bytes && readHead(bytes);
  if (!bytes || !statement || readPaperCode(decodeURIComponent(code)) === null) return nothing('none');
  const head = bytes.slice(0, HEAD);
  const id = Array.from(head.subarray(1, 5), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const candidates = keys.filter(({ fingerprint }) => fingerprint.startsWith(id));
  if (candidates.length === 0) return nothing('unknown_key');
  for (const { spki, fingerprint, trial } of candidates) {
    const key = await crypto.subtle.importKey('spki', decode64(spki), { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'verify',
    ]);
    const over = signedBytes(decodeURIComponent(code), head);
    if (await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes.slice(HEAD), over))
      return { verdict: 'signed', statement, trial, fingerprint };
  }
  return nothing('not_signed');
}
