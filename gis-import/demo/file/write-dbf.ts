/** Writes a dBASE III table. Bytes are the caller's business: legacy text arrives here already encoded. */
import type { DbfField } from '../../read/dbf-field.ts';

/** Bytes are written as they are; text must be latin-1; numbers are set right as old programs did; null is blank. */
export type DbfCell = Uint8Array | string | number | null;

interface Table {
  readonly fields: readonly DbfField[];
  readonly rows: readonly { readonly cells: readonly DbfCell[]; readonly deleted?: boolean }[];
  readonly languageByte?: number;
}

/** The whole .dbf, closed by 0x1A. The "last changed" date is fixed, so that the same rows give the same bytes. */
export function writeDbf({ fields, rows, languageByte = 0 }: Table): Buffer {
  const headerLength = 32 + 32 * fields.length + 1;
  const rowLength = 1 + fields.reduce((sum, field) => sum + field.length, 0);
  const dbf = Buffer.alloc(headerLength + rows.length * rowLength + 1, 0x20);
  dbf.fill(0, 0, headerLength);
  dbf.set([0x03, 104, 6, 1], 0); // dBASE III without memo; 1 June 2004
  dbf.writeUInt32LE(rows.length, 4);
  dbf.writeUInt16LE(headerLength, 8);
  dbf.writeUInt16LE(rowLength, 10);
  dbf[29] = languageByte;
  fields.forEach((field, i) => {
    writeDescriptor(dbf, 32 + 32 * i, field);
  });
  dbf[headerLength - 1] = 0x0d;
  let at = headerLength;
  for (const row of rows) {
    if (row.cells.length !== fields.length)
      throw new RangeError(`${row.cells.length} cells for ${fields.length} fields`);
    if (row.deleted) dbf[at] = 0x2a;
    let cellAt = at + 1;
    fields.forEach((field, i) => {
      writeCell(dbf, cellAt, field, row.cells[i] ?? null);
      cellAt += field.length;
    });
    at += rowLength;
  }
  dbf[at] = 0x1a;
  return dbf;
}

function writeDescriptor(dbf: Buffer, at: number, field: DbfField): void {
  if (field.name.length < 1 || field.name.length > 10)
    throw new RangeError(`field name "${field.name}" is not 1-10 bytes`);
  if (field.length < 1 || field.length > 254)
    throw new RangeError(`field ${field.name}: width ${field.length} is not 1-254`);
  dbf.write(field.name, at, 'latin1');
  dbf.write(field.type, at + 11, 1, 'latin1');
  dbf[at + 16] = field.length;
  dbf[at + 17] = field.decimals;
}

function writeCell(dbf: Buffer, at: number, field: DbfField, cell: DbfCell): void {
  if (cell === null) return;
  if (typeof cell === 'number') {
    const digits = Number.isFinite(cell) ? cell.toFixed(field.decimals) : '*'.repeat(field.length);
    // A number too wide for its column becomes stars, as dBASE and its heirs write it.
    const text = digits.length > field.length ? '*'.repeat(field.length) : digits.padStart(field.length);
    dbf.write(text, at, 'latin1');
    return;
  }
  if (cell.length > field.length)
    throw new RangeError(`field ${field.name}: ${cell.length} bytes for a width of ${field.length}`);
  if (typeof cell !== 'string') {
    dbf.set(cell, at);
    return;
  }
  for (const character of cell) {
    if (character.codePointAt(0)! > 0xff)
      throw new RangeError(`field ${field.name}: encode "${character}" to bytes first`);
  }
  dbf.write(cell, at, 'latin1');
}
