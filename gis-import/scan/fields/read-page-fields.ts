/** Readings of one page: every rule of the grammar that finds its place, and what codes say. Pure. */

import { normaliseSerial } from '../../../server/domain/certificate-serial.ts';
import type { FieldName } from '../../../server/domain/document/document.ts';
import type { Reading } from '../../../server/domain/document/reading.ts';
import type { Word } from '../ocr/ocr.ts';
import type { PageCode } from '../scan-protocol.ts';
import type { FieldRule, Grammar } from './grammar.ts';
import { boxAround, type PageText } from './page-text.ts';
import { readHolders, readUseAreas, readValue } from './read-value.ts';

export interface FieldReading extends Reading {
  readonly name: FieldName;
  /** Whether the value has the form such a value has, without anything having been mended. */
  readonly usual: boolean;
  /** Whether it stands among print and is not as tall: filled in by a hand. */
  readonly written: boolean;
}

export interface PageReadings {
  readonly readings: readonly FieldReading[];
  /** Areas of the land uses, in m², where all could be read. */
  readonly useAreas: readonly number[] | null;
}

const surest = (words: readonly Word[]): number => Math.min(...words.map(({ confidence }) => confidence));

/** The words of the value alone: of a line of a holder only her name, or only her number. */
function wordsOf(page: PageText, { shape }: FieldRule, start: number, end: number): readonly Word[] {
  if (shape !== 'holder' && shape !== 'identityNumber') return page.wordsBetween(start, end);
  return readHolders(page.text.slice(start, end)).flatMap(({ nameAt, numberAt }) => {
    const at = shape === 'holder' ? nameAt : numberAt;
    return at ? page.wordsBetween(start + at[0], start + at[1]) : [];
  });
}

function findPlace(page: PageText, rule: FieldRule): [start: number, end: number] | null {
  for (const match of page.plain.matchAll(new RegExp(rule.pattern, 'dg'))) {
    const at = match.indices?.groups?.value;
    if (!at) continue;
    if (rule.below === undefined) return [at[0], at[1]];
    const words = page.wordsBetween(at[0], at[1]);
    if (words.length > 0 && boxAround(words)[1] > rule.below * page.height) return [at[0], at[1]];
  }
  return null;
}

/** How far figures may be from the height of the print around them. A comma reaches below the line. */
const AS_PRINT = [0.9, 1.09] as const;
const COMMA = 1.3;

/** Figures beside their printed label that are not of its height: a hand is not that even. */
function isWritten({ printHeight }: PageText, { shape }: FieldRule, words: readonly Word[]): boolean {
  if (printHeight === null || (shape !== 'number' && shape !== 'area')) return false;
  return words
    .filter(({ text }) => /^[\d.,;]+$/.test(text))
    .some(({ text, box }) => {
      const ratio = box[3] / printHeight;
      return ratio < AS_PRINT[0] || ratio > (/[,;]/.test(text) ? COMMA : AS_PRINT[1]);
    });
}

function readRule(page: PageText, pageNo: number, rule: FieldRule, grammar: Grammar): FieldReading | null {
  const place = findPlace(page, rule);
  if (!place) return null;
  const raw = page.text.slice(place[0], place[1]);
  const read = readValue(rule.shape, raw, grammar.landUses);
  const words = wordsOf(page, rule, place[0], place[1]);
  if (!read || words.length === 0) return null;
  return {
    name: rule.name,
    reader: 'print',
    value: read.value,
    usual: read.usual,
    written: isWritten(page, rule, words),
    confidence: surest(words),
    rule: rule.rule,
    page: pageNo,
    box: [...boxAround(words)],
  };
}

function readQr({ text, box }: PageCode, pageNo: number, { qr }: Grammar): FieldReading[] {
  const parts = qr ? text.split(qr.separator) : [];
  if (!qr || parts.length !== qr.parts) return [];
  const serial = normaliseSerial(parts[qr.serial] ?? '');
  if (!serial) return [];
  const place = {
    reader: 'qr',
    page: pageNo,
    box: [...box] as [number, number, number, number],
    confidence: 1,
  } as const;
  return [{ ...place, name: 'serial', value: serial.serial, usual: serial.usual, written: false, rule: 'serial.qr' }];
}

function readBarcode({ text, box }: PageCode, pageNo: number, side: string, { barcode }: Grammar): FieldReading[] {
  if (barcode?.side !== side || !new RegExp(`^\\d{${barcode.digits}}$`).test(text)) return [];
  const place = { page: pageNo, box: [...box] as [number, number, number, number] };
  return [
    {
      ...place,
      name: 'barcode',
      reader: 'barcode',
      value: text,
      usual: true,
      written: false,
      confidence: 1,
      rule: 'barcode.code',
    },
  ];
}

/** Everything that can be read off one page, which is `side` of a document. */
export function readPageFields(
  page: PageText,
  codes: readonly PageCode[],
  pageNo: number,
  grammar: Grammar,
  side: string,
): PageReadings {
  const rules = grammar.fields.filter((rule) => rule.side === side);
  const print = rules.flatMap((rule) => readRule(page, pageNo, rule, grammar) ?? []);
  const qr = codes.filter(({ kind }) => kind === 'qr').flatMap((code) => readQr(code, pageNo, grammar));
  const bars = codes
    .filter(({ kind }) => kind === 'barcode')
    .flatMap((code) => readBarcode(code, pageNo, side, grammar));
  const uses = rules.find(({ shape }) => shape === 'landUse');
  const place = uses ? findPlace(page, uses) : null;
  return {
    readings: [...print, ...qr, ...bars],
    useAreas: place ? readUseAreas(page.text.slice(place[0], place[1])) : null,
  };
}
