/**
 * The reasons that `convert` gives for encoding and projection, in Vietnamese. They are made of a few fixed clauses;
 * reason-text.test.ts lets convert make every kind of them and fails on one that is not here.
 */
import { encodingName } from '../../server/domain/encoding/encoding-name.ts';
import type { Language } from '../../server/domain/language.ts';
import { printable } from './printable.ts';

const CLAUSES: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/^not read$/, () => 'chưa đọc đến'],
  [/^given with --encoding$/, () => 'do người nhập chỉ định bằng --encoding'],
  [/^no byte above 7F(?: in the table)?$/, () => 'bảng thuộc tính không có chữ mang dấu'],
  [/^(\d+) of (\d+) cells are well-formed UTF-8$/, (some, all) => `${some} trong ${all} ô viết đúng dạng UTF-8`],
  [
    /^(\d+) % of (\d+) different words read as Vietnamese syllables, (\d+) % as (\w+)$/,
    (share, words, other, name) =>
      `${share} % trong ${words} từ khác nhau đọc được thành âm tiết tiếng Việt, theo ${nameOf(name!)} là ${other} %`,
  ],
  [/^GeoJSON is UTF-8 \(RFC 7946\)$/, () => 'tệp GeoJSON luôn viết bằng UTF-8 (RFC 7946)'],
  [/^no usable point$/, () => 'không có điểm nào dùng được'],
  [/^EPSG:(\d+) was given with --srid$/, (srid) => `EPSG:${srid} do người nhập chỉ định bằng --srid`],
  [
    /^(\d+) % of the sampled points fall into the commune in EPSG:(\d+)(, with X as north and Y as east)?$/,
    (share, srid, swapped) =>
      `${share} % số điểm thử rơi vào xã theo EPSG:${srid}${swapped ? ', với X là hướng bắc và Y là hướng đông' : ''}`,
  ],
  [/^the \.prj says the same$/, () => 'tệp .prj cũng ghi như vậy'],
  [/^not what the \.prj says or none was given$/, () => 'tệp .prj không có hoặc ghi khác'],
  [/^(EPSG:[\d, ]+) would fit as well$/, (others) => `${others} cũng phù hợp`],
  [/^no other known system fits$/, () => 'không hệ nào khác phù hợp'],
  [
    /^No known system puts the coordinates into the commune(, nor does the \.prj)?$/,
    (prj) => `không hệ tọa độ nào đưa được các điểm vào xã${prj ? ', kể cả hệ ghi trong tệp .prj' : ''}`,
  ],
];

const nameOf = (encoding: string): string => encodingName(encoding, 'vi') ?? encoding;

/** The name inside a .prj is free text of a stranger, blanks and semicolons included. */
const PRJ_NAME = /(, nor does the \.prj) \(.*$/;

/** A reason as a sentence. A clause without a translation stays as it is: better English than nothing. */
export function reasonText(reason: string, language: Language): string {
  const safe = printable(reason, 400);
  const told = language === 'en' ? safe : safe.replace(PRJ_NAME, '$1').split('; ').map(inVietnamese).join('; ');
  const text = told.replaceAll(/(\d) %/g, '$1%');
  return text === '' ? '' : `${text[0]!.toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

function inVietnamese(clause: string): string {
  for (const [form, say] of CLAUSES) {
    const match = form.exec(clause);
    if (match) return say(...match.slice(1));
  }
  return clause;
}
