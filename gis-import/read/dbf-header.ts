/**
 * The header of a dBASE table: row count, lengths, column descriptors.
 * Source: dBASE III PLUS table structure (32-byte descriptors closed by 0x0D). The version byte does not say where
 * things lie: the arithmetic of the descriptors decides, and a layout of another kind (dBASE 7) does not add up.
 */
import { FileRefused } from '../../server/domain/finding/finding.ts';
import type { DbfField } from './dbf-field.ts';

export interface DbfHeader {
  readonly records: number;
  readonly headerBytes: number;
  /** Length of one row, its deletion mark included. */
  readonly rowBytes: number;
  readonly fields: readonly DbfField[];
  readonly languageByte: number;
  /** The columns are not closed as they should be, and yet every row begins where it must. */
  readonly odd: boolean;
  /** Written by Visual FoxPro (version 0x30 to 0x32). */
  readonly visualFoxPro: boolean;
}

/** No dBASE file holds more: its offsets are 32 bits wide. A larger claim is not a cut file, it is a broken header. */
const MAX_TABLE_BYTES = 2 ** 32;

/** `bytes`: the first 64 kB of the file, or all of it; `size`: the file's length in bytes. Refuses what does not add up. */
export function parseDbfHeader(bytes: Uint8Array, size: number): DbfHeader {
  const damaged = (problem: string, detail: Record<string, number> = {}): never => {
    throw new FileRefused('file.dbf_damaged', { problem, ...detail });
  };
  if (bytes.length < 33) damaged('shorter than a header', { bytes: size });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const records = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const rowBytes = view.getUint16(10, true);
  if (headerBytes < 33 || headerBytes > bytes.length) damaged('header length', { headerBytes, bytes: size });
  const visualFoxPro = bytes[0]! >= 0x30 && bytes[0]! <= 0x32;
  const fields = parseFields(bytes, headerBytes, rowBytes)?.map((field) =>
    isMemo(field, visualFoxPro) ? { ...field, memo: true } : field,
  );
  if (!fields) return damaged('column widths do not add up to the row length', { rowBytes });
  const claimedBytes = headerBytes + records * rowBytes;
  if (claimedBytes > MAX_TABLE_BYTES) damaged('row count', { claimedRows: records });
  if (claimedBytes > size)
    throw new FileRefused('file.dbf_truncated', { claimedRows: records, claimedBytes, bytes: size });
  const odd = !endsRightly(bytes, headerBytes, fields.length);
  if (odd && !rowsInPlace(bytes, size, { records, headerBytes, rowBytes, closed: 32 + 32 * fields.length }))
    damaged('header length', { headerBytes, columns: fields.length });
  return {
    records,
    headerBytes,
    rowBytes,
    fields,
    languageByte: bytes[29]!,
    odd,
    visualFoxPro: bytes[0]! >= 0x30 && bytes[0]! <= 0x32,
  };
}

/** Ten digits, or four bytes by Visual FoxPro. */
function isMemo({ type, length }: DbfField, visualFoxPro: boolean): boolean {
  return (length === 10 && 'MGPB'.includes(type)) || (visualFoxPro && length === 4 && 'MGPW'.includes(type));
}

function parseFields(bytes: Uint8Array, headerBytes: number, rowBytes: number): readonly DbfField[] | undefined {
  const plain: DbfField[] = [];
  const wide: DbfField[] = [];
  for (let at = 32; at + 32 <= headerBytes && bytes[at] !== 0x0d; at += 32) {
    const nameBytes = bytes.subarray(at, at + 11);
    const end = nameBytes.indexOf(0);
    const name = String.fromCharCode(...nameBytes.subarray(0, end < 0 ? 11 : end)).trimEnd();
    const type = String.fromCharCode(bytes[at + 11]!);
    const length = bytes[at + 16]!;
    const decimals = bytes[at + 17]!;
    plain.push({ name, type, length, decimals });
    // Clipper and FoxPro keep the high byte of a text column's width where the decimals are.
    wide.push(
      type === 'C' ? { name, type, length: length + 256 * decimals, decimals: 0 } : { name, type, length, decimals },
    );
  }
  return [plain, wide].find((fields) => addsUp(fields, rowBytes));
}

/**
 * Rows begin right after the 0x0D that closes the columns; one byte off would shift every cell. Known exceptions: a NUL
 * behind it (dBASE III), 263 bytes for the name of a database (FoxPro), and the 0x0D left out.
 */
function endsRightly(bytes: Uint8Array, headerBytes: number, columns: number): boolean {
  const closed = 32 + 32 * columns;
  const slack = headerBytes - closed;
  if (slack === 0) return bytes[closed] !== 0x0d;
  return bytes[closed] === 0x0d && (slack === 1 || (slack === 2 && bytes[closed + 1] === 0) || slack === 264);
}

/** What begins each row: a blank, or the star of a deleted one. */
const isMark = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x2a;

/**
 * Other programs close the columns with 0x0A, and readers go by the header's own length. Believed where
 * every row at hand begins with its mark and the table ends where the rows do: one byte off, and one of the two would fail.
 */
function rowsInPlace(
  bytes: Uint8Array,
  size: number,
  {
    records,
    headerBytes,
    rowBytes,
    closed,
  }: { records: number; headerBytes: number; rowBytes: number; closed: number },
): boolean {
  if (records === 0 || headerBytes !== closed + 1 || isMark(bytes[closed])) return false;
  const end = headerBytes + records * rowBytes;
  if (end < size && end < bytes.length && bytes[end] !== 0x1a) return false;
  if (end === size && size <= bytes.length && bytes[size - 1] === 0x1a) return false;
  for (let at = headerBytes; at < Math.min(end, bytes.length); at += rowBytes) if (!isMark(bytes[at])) return false;
  return true;
}

function addsUp(fields: readonly DbfField[], rowBytes: number): boolean {
  const sum = fields.reduce((total, field) => total + field.length, 1);
  return fields.length > 0 && sum === rowBytes && fields.every((field) => field.length > 0 && field.name !== '');
}
