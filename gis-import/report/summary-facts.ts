/** The upper part of the summary: where the file belongs, how many records it holds, and how it was read. */

import { type ImportReport, RECORD_STATUSES } from '../../server/domain/batch/import-report.ts';
import { readingReasonWords } from '../../server/domain/batch/reading-reason-text.ts';
import { encodingName } from '../../server/domain/encoding/encoding-name.ts';
import { formatDay } from '../../server/domain/words/format-day.ts';
import { formatNumber, formatShare } from '../../server/domain/words/format-number.ts';
import type { Language } from '../../server/domain/words/language.ts';
import { systemName } from '../../server/domain/words/system-name.ts';
import { NOTHING_READ } from './build-report.ts';
import { printable } from './printable.ts';
import { LABELS, RECORD_WORDS, sureness } from './summary-words.ts';

const NOT_READ = NOTHING_READ.srid.reason;

type Row = readonly [label: string, paragraphs: readonly string[]];

export function factRows(report: ImportReport, language: Language): Row[] {
  const label = LABELS[language];
  return [
    ...(report.files.length > 1 ? [[label.files, files(report, language)] as const] : []),
    ...(report.commune ? [[label.commune, commune(report.commune, language)] as const] : []),
    [label.records, records(report, language)],
    [label.encoding, encoding(report.encoding, language)],
    [label.system, system(report.srid, language)],
  ];
}

function files({ files: all }: ImportReport, language: Language): string[] {
  const names = (ignored: boolean): string =>
    all
      .filter((file) => (file.status === 'ignored') === ignored)
      .map((file) => printable(file.name, 60))
      .join(', ');
  const [used, ignored] = [names(false), names(true)];
  const left = ignored === '' ? [] : [language === 'vi' ? `không dùng: ${ignored}` : `not used: ${ignored}`];
  return [...(used === '' ? [] : [used]), ...left];
}

function commune(
  { claimed, code, name, numberedIn }: NonNullable<ImportReport['commune']>,
  language: Language,
): string[] {
  const vi = language === 'vi';
  const today = `${printable(name, 60)} (${code})`;
  const followed = vi ? `đã chọn mã ${claimed}, nay thuộc ${today}` : `chosen code ${claimed}, today ${today}`;
  const since = formatDay(numberedIn.validFrom, language);
  return [
    claimed === null || claimed === code ? today : followed,
    vi
      ? `số tờ, số thửa theo đơn vị ${numberedIn.code} (từ ${since})`
      : `sheets and parcels numbered in unit ${numberedIn.code} (since ${since})`,
  ];
}

/** Figure spaces, as wrapping leaves them alone; the row makes ordinary blanks of them. */
function records({ counts }: ImportReport, language: Language): string[] {
  if (counts.read === 0) return [language === 'vi' ? 'không có' : 'none'];
  const shown = (['read', ...RECORD_STATUSES] as const).map(
    (status) => [formatNumber(counts[status], language, 0), RECORD_WORDS[language][status]] as const,
  );
  const width = Math.max(...shown.map(([number]) => number.length));
  return shown.map(([number, words]) => `${number.padStart(width, '\u2007')}\u2007 ${words}`);
}

function encoding(
  { detected, used, confidence, columns, ...why }: ImportReport['encoding'],
  language: Language,
): string[] {
  const vi = language === 'vi';
  if (used === null) return [vi ? 'chưa xác định' : 'not determined'];
  const name = (code: string): string => encodingName(code, language) ?? printable(code, 40);
  const others = Object.entries(columns)
    .filter(([, code]) => code !== used)
    .map(([column, code]) => `${printable(column, 20)} ${name(code)}`);
  return [
    `${name(used)}, ${sure(confidence, language)}`,
    ...(detected !== null && detected !== used ? [vi ? `tìm thấy ${name(detected)}` : `found ${name(detected)}`] : []),
    printable(readingReasonWords(why, language).text, 600),
    ...(others.length > 0 ? [(vi ? 'cột dùng bảng mã khác: ' : 'columns in another one: ') + others.join(', ')] : []),
  ];
}

function system(
  { declared, detected, used, axesSwapped, confidence, ...why }: ImportReport['srid'],
  language: Language,
): string[] {
  const vi = language === 'vi';
  const undecided = vi ? 'chưa xác định' : 'not determined';
  if (used === null && why.reason === NOT_READ) return [undecided];
  const say = (srid: number | null, none: string): string => (srid === null ? none : `EPSG:${srid}`);
  const seen = vi
    ? `tệp .prj: ${say(declared, 'không có hoặc ghi hệ chưa biết')}; tìm thấy: ${say(detected, 'không')}`
    : `.prj: ${say(declared, 'none, or a system not known')}; found: ${say(detected, 'none')}`;
  const swapped = vi ? 'trục tọa độ đã được đổi lại' : 'axes were put in order';
  return [
    used === null ? undecided : `${systemName(used, language)}, ${sure(confidence, language)}`,
    seen,
    ...(axesSwapped ? [swapped] : []),
    printable(readingReasonWords(why, language).text, 600),
  ];
}

function sure(confidence: number, language: Language): string {
  return `${sureness(confidence, language)} (${formatShare(confidence, language)})`;
}
