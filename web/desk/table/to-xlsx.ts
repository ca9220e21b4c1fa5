/** A table as a workbook (ECMA-376, SpreadsheetML). Texts are inline strings, which no spreadsheet takes for formulas. */

import { Zip, ZipDeflate } from 'fflate';
import type { CellValue } from './column.ts';

export const XLSX_MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Characters that XML 1.0 cannot hold are left out: controls and half surrogates. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const escaped = (text: string) =>
  text
    .replaceAll(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** 0 → A, 26 → AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function cell(value: CellValue, column: number, row: number, style: number): string {
  const at = `r="${columnName(column)}${row}" s="${style}"`;
  if (value === null) return '';
  if (typeof value === 'number' && Number.isFinite(value)) return `<c ${at}><v>${value}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`;
}

/** Rows written at once: the text of a long table is never there as a whole. */
const PART = 500;

function* sheet(headers: readonly string[], rows: readonly (readonly CellValue[])[]): Generator<string> {
  const line = (values: readonly CellValue[], row: number, style: number) =>
    `<row r="${row}">${values.map((value, column) => cell(value, column, row, style)).join('')}</row>`;
  const last = `${columnName(Math.max(0, headers.length - 1))}${rows.length + 1}`;
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>${line(headers, 1, 1)}`;
  for (let from = 0; from < rows.length; from += PART) {
    yield rows
      .slice(from, from + PART)
      .map((row, i) => line(row, from + i + 2, 0))
      .join('');
  }
  yield `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

/** The first day ZIP knows: the same content is the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);

/** A deflated archive of some texts by name, as pieces in order. */
function zip(files: readonly (readonly [name: string, texts: Iterable<string>])[]): Uint8Array<ArrayBuffer>[] {
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece as Uint8Array<ArrayBuffer>);
  });
  for (const [name, texts] of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = FIRST_DAY;
    archive.add(file);
    for (const text of texts) file.push(encoder.encode(text));
    file.push(new Uint8Array(0), true);
  }
  archive.end();
  return pieces;
}

/** Names of sheets: at most 31 letters, none of : \ / ? * [ ]. */
const sheetName = (title: string) => escaped(title.replaceAll(/[:\\/?*[\]]/g, ' ').slice(0, 31)) || 'Sheet';

/** The bytes of a workbook, in pieces, with one sheet: a frozen head in bold, and a filter over each column. */
export function toXlsx(
  title: string,
  headers: readonly string[],
  rows: readonly (readonly CellValue[])[],
): Uint8Array<ArrayBuffer>[] {
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return zip([
    [
      '[Content_Types].xml',
      [
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('/xl/workbook.xml', 'sheet.main')}${type('/xl/worksheets/sheet1.xml', 'worksheet')}${type('/xl/styles.xml', 'styles')}</Types>`,
      ],
    ],
    [
      '_rels/.rels',
      [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    ],
    [
      'xl/workbook.xml',
      [
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    ],
    [
      'xl/_rels/workbook.xml.rels',
      [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
      ],
    ],
    [
      'xl/styles.xml',
      [
        `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
      ],
    ],
    ['xl/worksheets/sheet1.xml', sheet(headers, rows)],
  ]);
}
