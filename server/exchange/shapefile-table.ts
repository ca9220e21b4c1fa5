/** The columns of the attribute table (dBASE III), by names that programs for cadastral maps use, and their cells. */
import { encodeText, type TextEncoding } from '../domain/encoding/codec.ts';
import { CAD_LEVELS } from '../domain/exchange/cad-levels.ts';
import { type ExchangeParcel, purposeText } from '../domain/exchange/exchange-parcel.ts';

interface TableField {
  readonly name: string;
  readonly type: 'C' | 'N';
  readonly length: number;
  readonly decimals: number;
  readonly isOfPersons?: true;
  readonly value: (parcel: ExchangeParcel, encoding: TextEncoding) => string | null;
}

/** Bytes of the longest text of a dBASE table. */
const LONGEST = 254;
const number = (name: string, length: number, decimals: number, value: TableField['value']): TableField => ({
  name,
  type: 'N',
  length,
  decimals,
  value,
});
const text = (name: string, length: number, value: TableField['value']): TableField => ({
  name,
  type: 'C',
  length,
  decimals: 0,
  value,
});

/** As many names as there is room for; how many more there are is said. */
function namesOf({ holders }: ExchangeParcel, encoding: TextEncoding): string | null {
  const names = [...new Set((holders ?? []).map(({ name }) => name))];
  for (let shown = names.length; shown > 0; shown -= 1) {
    const rest = names.length - shown;
    const said = names.slice(0, shown).join('; ') + (rest > 0 ? `; và ${rest} người khác` : '');
    if (encodeText(said, encoding).length <= LONGEST) return said;
  }
  return names[0] ?? null;
}

const serialsOf = ({ holders }: ExchangeParcel) =>
  [...new Set((holders ?? []).flatMap(({ certificateSerial }) => certificateSerial ?? []))].join('; ') || null;

const FIELDS: readonly TableField[] = [
  text('MAXA', 5, ({ unitCode }) => unitCode),
  text('SHBANDO', 20, ({ sheet }) => sheet),
  number('TYLE', 7, 0, ({ scale }) => (scale === null ? null : String(scale))),
  text('SHTHUA', 40, ({ no }) => no),
  text('MATHUADAT', 12, ({ code }) => code),
  number('DIENTICH', 16, 2, ({ areaM2 }) => areaM2),
  number('DIENTICHPL', 16, 2, ({ legalAreaM2 }) => legalAreaM2),
  text('MALOAIDAT', 120, purposeText),
  text('DIACHITHUA', LONGEST, ({ address }) => address),
  number('LEVEL', 2, 0, () => String(CAD_LEVELS.boundary)),
  { ...text('TENCHU', LONGEST, namesOf), isOfPersons: true },
  { ...text('SOPHATHANH', 60, serialsOf), isOfPersons: true },
];

/** Without persons their columns are not there: an empty one would say that nobody holds the land. */
export const tableFields = (withPersons: boolean): readonly TableField[] =>
  FIELDS.filter(({ isOfPersons }) => withPersons || !isOfPersons);

/** A text that an encoding has no letters for. */
export class NotInEncoding extends Error {
  readonly parcel: Pick<ExchangeParcel, 'sheet' | 'no'>;
  constructor(parcel: Pick<ExchangeParcel, 'sheet' | 'no'>, options?: ErrorOptions) {
    super('not in this encoding', options);
    this.name = 'NotInEncoding';
    this.parcel = parcel;
  }
}

/** No longer than the cell, cut between letters; that it was cut is seen. */
function fitted(value: string, length: number, encoding: TextEncoding): Uint8Array {
  const bytes = encodeText(value, encoding);
  if (bytes.length <= length) return bytes;
  const letters = [...value];
  while (letters.length > 0) {
    letters.pop();
    const shorter = encodeText(`${letters.join('')}...`, encoding);
    if (shorter.length <= length) return shorter;
  }
  return new Uint8Array();
}

/** A row of the table, its mark of deletion first. Throws NotInEncoding. */
export function tableRow(fields: readonly TableField[], parcel: ExchangeParcel, encoding: TextEncoding): Buffer {
  const row = Buffer.alloc(1 + fields.reduce((sum, { length }) => sum + length, 0), 0x20);
  let at = 1;
  for (const { type, length, decimals, value } of fields) {
    try {
      const found = value(parcel, encoding);
      if (found !== null && type === 'N') row.write(Number(found).toFixed(decimals).padStart(length), at, 'latin1');
      else if (found !== null) row.set(fitted(found, length, encoding), at);
    } catch (error) {
      if (error instanceof RangeError) throw new NotInEncoding(parcel, { cause: error });
      throw error;
    }
    at += length;
  }
  return row;
}

/** Header of a table that was changed on a day. Source: dBASE III PLUS file structure. */
export function tableHeader(fields: readonly TableField[], rows: number, changed: Date): Buffer {
  const header = Buffer.alloc(32 + 32 * fields.length + 1);
  header.set([0x03, changed.getUTCFullYear() - 1900, changed.getUTCMonth() + 1, changed.getUTCDate()]);
  header.writeUInt32LE(rows, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + fields.reduce((sum, { length }) => sum + length, 0), 10);
  fields.forEach(({ name, type, length, decimals }, i) => {
    header.write(name, 32 + 32 * i, 'latin1');
    header.write(type, 32 + 32 * i + 11, 'latin1');
    header[32 + 32 * i + 16] = length;
    header[32 + 32 * i + 17] = decimals;
  });
  header[header.length - 1] = 0x0d;
  return header;
}
