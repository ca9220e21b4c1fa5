/** From the letters that stand at a field to the value they mean; null where they mean none. */
import { normaliseSerial } from '../../../server/domain/certificate-serial.ts';
import { parseArea } from '../../../server/domain/document/parse-area.ts';
import { parcelNumber } from '../../../server/domain/land-number.ts';
import { plainOf } from './page-text.ts';

export type Shape =
  | 'serial'
  | 'bookNo'
  | 'number'
  | 'area'
  | 'landUse'
  | 'holder'
  | 'identityNumber'
  | 'day'
  | 'barcode';

export interface ReadValue {
  readonly value: string;
  /** Whether it has the form such a value has, without anything having been mended. */
  readonly usual: boolean;
}

/** What readers of print take for a figure, where only figures can stand. */
const FIGURES: Readonly<Record<string, string>> = { o: '0', O: '0', i: '1', l: '1', I: '1', B: '8', S: '5', Z: '2' };
const asFigures = (text: string): string => text.replace(/[oOilIBSZ]/g, (letter) => FIGURES[letter] ?? letter);

function readSerial(raw: string): ReadValue | null {
  const match = /^([A-Za-zĐđ]{1,2}) ?(\S{6,8})$/.exec(raw.trim());
  if (!match) return null;
  const figures = asFigures(match[2] ?? '');
  const read = normaliseSerial(`${match[1]} ${figures}`);
  return (
    read && { value: read.serial, usual: read.usual && figures === match[2] && match[1] === match[1]?.toUpperCase() }
  );
}

/** Letters that no Vietnamese text has: a reader's mistake, dropped and told. */
const FOREIGN = /[^0-9A-Za-zÀ-ỹĐđ\s./-]|[ÑñÇçÄäÖöÜüËëÏïÅåÆæØøÞþß]/g;

function readBookNo(raw: string): ReadValue | null {
  const read = raw
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.,;]+$/, '');
  const value = read.replace(FOREIGN, '').trim();
  if (value === '') return null;
  return { value, usual: value === read && /^[A-ZĐ]{1,3}\.? ?[\d.]{3,9}$|^\d{3,6}\/QSDĐ$/u.test(value) };
}

function readArea(raw: string): ReadValue | null {
  const area = parseArea(raw);
  return area && { value: String(area.areaM2), usual: area.usual };
}

/** Codes in the order of the paper, joined by +; each name stands before its own area. */
function readLandUse(raw: string, names: readonly (readonly [string, string])[]): ReadValue | null {
  const parts = raw.replace(/\n/g, ' ').split(/;/);
  const codes = parts.map((part) => {
    const name = plainOf(part.split(':')[0] ?? '')
      .replace(/[^a-z, ]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return names.find(([known]) => known === name)?.[1] ?? names.find(([known]) => name.endsWith(known))?.[1];
  });
  const known = codes.filter((code) => code !== undefined);
  if (known.length === 0) return null;
  return { value: [...new Set(known)].join('+'), usual: known.length === parts.length };
}

/** Areas of the land uses, in the order of the paper; null where one cannot be read. */
export function readUseAreas(raw: string): number[] | null {
  const areas = raw
    .replace(/\n/g, ' ')
    .split(/;/)
    .map((part) => {
      const value = /:\s*([\d.,]+)/.exec(part)?.[1];
      return value === undefined ? null : readArea(value);
    });
  return areas.every((area) => area !== null) ? areas.map(({ value }) => Number(value)) : null;
}

/** A holder on a line of her own: Ông/Bà, the name, then the paper with its number. */
const HOLDER = /(?:^|\n)[^\n]*?(?:ông|bà|hộ)\s?[:.]?\s+(?<name>\p{Lu}[\p{L}' ]+?)\s?[,.;]\s?(?<paper>[^\n]*)/giu;
/** Each word begins with a capital and has no other. */
const NAME = /^(?:\p{Lu}\p{Ll}*)(?: \p{Lu}\p{Ll}*){1,5}$/u;

export interface HolderLine {
  readonly name: string;
  /** Where the name stands in the text that was given. */
  readonly nameAt: readonly [number, number];
  readonly number: string | null;
  readonly numberAt: readonly [number, number] | null;
}

export function readHolders(raw: string): HolderLine[] {
  const lines: HolderLine[] = [];
  for (const match of raw.matchAll(new RegExp(HOLDER.source, `${HOLDER.flags}d`))) {
    const name = match.groups?.name?.trim() ?? '';
    const nameAt = match.indices?.groups?.name as [number, number] | undefined;
    const paperAt = match.indices?.groups?.paper as [number, number] | undefined;
    if (!nameAt || name === '') continue;
    const number = /(?<!\d)(?:\d{12}|\d{9})(?!\d)/.exec(match.groups?.paper ?? '');
    const from = (paperAt?.[0] ?? 0) + (number?.index ?? 0);
    lines.push({
      name,
      nameAt,
      number: number?.[0] ?? null,
      numberAt: number ? [from, from + number[0].length] : null,
    });
  }
  return lines;
}

function readDay(raw: string): ReadValue | null {
  const [day, month, year] = (plainOf(raw).match(/[0-9oil]+(?![a-z])/g) ?? []).map((part) => Number(asFigures(part)));
  if (!day || !month || !year) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { value: date.toISOString().slice(0, 10), usual: year >= 1990 && year <= 2100 };
}

/** What the letters at a field mean. Holders and their numbers are read by {@link readHolders}. */
export function readValue(
  shape: Shape,
  raw: string,
  landUses: readonly (readonly [string, string])[],
): ReadValue | null {
  switch (shape) {
    case 'serial':
      return readSerial(raw);
    case 'bookNo':
      return readBookNo(raw);
    case 'number': {
      const value = parcelNumber(raw);
      return value === '' ? null : { value, usual: /^\d+[a-z]?$/.test(value) };
    }
    case 'area':
      return readArea(raw);
    case 'landUse':
      return readLandUse(raw, landUses);
    case 'day':
      return readDay(raw);
    case 'barcode':
      return { value: raw.replaceAll(' ', ''), usual: true };
    case 'holder': {
      const names = readHolders(raw).map(({ name }) => name);
      return names.length === 0 ? null : { value: names.join('; '), usual: names.every((name) => NAME.test(name)) };
    }
    case 'identityNumber': {
      const lines = readHolders(raw);
      const numbers = lines.flatMap(({ number }) => number ?? []);
      return numbers.length === 0 ? null : { value: numbers.join('; '), usual: numbers.length === lines.length };
    }
  }
}
