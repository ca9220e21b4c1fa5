/** How the reasons for an encoding and a system read, in both languages. A new code does not compile without. */
import { encodingName } from '../encoding/encoding-name.ts';
import { fillSentence } from '../words/fill-sentence.ts';
import { formatNumber } from '../words/format-number.ts';
import type { Language } from '../words/language.ts';
import type { ReadingReason, ReadingReasonCode } from './reading-reason.ts';

/** Clauses with {names}, to be strung together: they begin small and end without a full stop. */
export const READING_REASON_TEXT: Readonly<Record<ReadingReasonCode, Readonly<Record<Language, string>>>> = {
  not_read: { vi: 'chưa đọc đến', en: 'not read' },
  'encoding.given': { vi: 'do người nhập tệp chọn', en: 'chosen by who imported the file' },
  'encoding.no_high_byte': {
    vi: 'bảng thuộc tính không có chữ mang dấu',
    en: 'no byte above 7F in the table',
  },
  'encoding.utf8_form': {
    vi: '{some} trong {all} ô viết đúng dạng UTF-8',
    en: '{some} of {all} cells are well-formed UTF-8',
  },
  'encoding.syllables': {
    vi: '{share}% trong {words} từ khác nhau đọc được thành âm tiết tiếng Việt, theo {other} là {otherShare}%',
    en: '{share}% of {words} different words read as Vietnamese syllables, {otherShare}% as {other}',
  },
  'encoding.twice': {
    vi: 'chữ viết đúng dạng UTF-8 nhưng {some} trong {all} từ khác nhau là chữ {other} bị một phần mềm khác đọc sai rồi lưu lại',
    en: 'well-formed UTF-8, but {some} of {all} different words are {other} that another program read wrongly and saved so',
  },
  'encoding.geojson': {
    vi: 'tệp GeoJSON luôn viết bằng UTF-8 (RFC 7946)',
    en: 'GeoJSON is UTF-8 (RFC 7946)',
  },
  'encoding.container': {
    vi: 'loại tệp này luôn viết bằng Unicode',
    en: 'files of this kind are in Unicode',
  },
  'projection.no_point': { vi: 'không có điểm nào dùng được', en: 'no usable point' },
  'projection.given': {
    vi: 'EPSG:{srid} do người nhập tệp chọn',
    en: 'EPSG:{srid} was chosen by who imported the file',
  },
  'projection.inside': {
    vi: '{share}% số điểm thử rơi vào xã theo EPSG:{srid}',
    en: '{share}% of the sampled points fall into the commune in EPSG:{srid}',
  },
  'projection.inside_swapped': {
    vi: '{share}% số điểm thử rơi vào xã theo EPSG:{srid}, với X là hướng bắc và Y là hướng đông',
    en: '{share}% of the sampled points fall into the commune in EPSG:{srid}, with X as north and Y as east',
  },
  'projection.prj_agrees': { vi: 'tệp .prj cũng ghi như vậy', en: 'the .prj says the same' },
  'projection.prj_differs': {
    vi: 'tệp .prj không có hoặc ghi khác',
    en: 'not what the .prj says or none was given',
  },
  'projection.rivals': { vi: 'EPSG:{srids} cũng phù hợp', en: 'EPSG:{srids} would fit as well' },
  'projection.no_rival': { vi: 'không hệ nào khác phù hợp', en: 'no other known system fits' },
  'projection.nowhere': {
    vi: 'không hệ tọa độ nào đưa được các điểm vào xã',
    en: 'no known system puts the coordinates into the commune',
  },
  'projection.nowhere_nor_prj': {
    vi: 'không hệ tọa độ nào đưa được các điểm vào xã, kể cả hệ ghi trong tệp .prj ({name})',
    en: 'no known system puts the coordinates into the commune, nor does the .prj ({name})',
  },
};

function wordOf(name: string, value: unknown, language: Language): string {
  // A code of EPSG is a name made of digits, not a quantity.
  if (name === 'srid') return String(value);
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return formatNumber(value, language, 0);
  return name === 'other' ? (encodingName(String(value), language) ?? String(value)) : String(value);
}

function clause({ code, params }: ReadingReason, language: Language): string {
  const values: Readonly<Record<string, unknown>> = params;
  return fillSentence(READING_REASON_TEXT[code][language], (name) =>
    Object.hasOwn(values, name) ? wordOf(name, values[name], language) : null,
  );
}

const clausesOf = (reasons: readonly ReadingReason[], language: Language): string =>
  reasons.map((reason) => clause(reason, language)).join('; ');

/** The English `reason` of a report. */
export const reportedReason = (reasons: readonly ReadingReason[]): string => clausesOf(reasons, 'en');

/** What a report says of its reasons, in words and in which language: one of an earlier release speaks English only. */
export function readingReasonWords(
  told: { readonly reason: string; readonly reasons?: readonly ReadingReason[] | undefined },
  language: Language,
): { readonly text: string; readonly language: Language } {
  const own = told.reasons?.every(({ code }) => Object.hasOwn(READING_REASON_TEXT, code)) ? told.reasons : undefined;
  const text = own ? clausesOf(own, language) : told.reason.replaceAll(/(\d) %/g, '$1%');
  const sentence = text === '' ? '' : `${text[0]!.toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
  return { text: sentence, language: own ? language : 'en' };
}
