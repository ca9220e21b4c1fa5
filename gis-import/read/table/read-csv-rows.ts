import { readFile, stat } from 'node:fs/promises';
import { FileRefused } from '../../../server/domain/finding/finding.ts';
import { NoTable, readRecords } from '../../../server/domain/lookup/read-table.ts';

const MOST_BYTES = 50_000_000;
/** A title above the table has none of the signs between cells. */
const HEAD_LINES = 20;
/** In a text of one letter a byte, 0xA0 is the end of many a letter of UTF-8 and no blank to be cut away. */
const [BLANK, KEPT] = ['\u00a0', '\ue000'] as const;

/**
 * Rows of a CSV file (comma, semicolon or tab; RFC 4180), each cell as the bytes that stand there: in which encoding they are is found out from all of
 * them. UTF-16 with its mark, which spreadsheets write as "Unicode text", comes as UTF-8. Throws FileRefused.
 */
export async function readCsvRows(path: string): Promise<Uint8Array[][]> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new FileRefused('file.too_large', { bytes: size, limitBytes: MOST_BYTES });
  const text = asUtf8(await readFile(path))
    .toString('latin1')
    .replaceAll(BLANK, KEPT);
  if (text.includes('\0')) throw new FileRefused('file.table_damaged', { problem: 'nul' });
  try {
    const rows: Uint8Array[][] = [];
    for (const record of readRecords(text, HEAD_LINES))
      rows.push(record.map((cell) => Buffer.from(cell.replaceAll(KEPT, BLANK), 'latin1')));
    return rows;
  } catch (error) {
    if (!(error instanceof NoTable)) throw error;
    throw new FileRefused('file.table_damaged', { problem: 'form', line: error.line }, { cause: error });
  }
}

function asUtf8(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf))) return bytes.subarray(3);
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return label ? Buffer.from(new TextDecoder(label).decode(bytes)) : bytes;
}
