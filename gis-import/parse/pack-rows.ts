import type { RawRow, RawShape } from '../read/raw-row.ts';

/**
 * Rows packed for a thread: a few large buffers that are moved, not copied. (A cell is a view into a megabyte of the
 * file; sending it as it is would send the megabyte.)
 */
export interface PackedRows {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Per row and field, where its cell ends in `bytes`. */
  readonly cellEnds: Int32Array<ArrayBuffer>;
  readonly coordinates: Float64Array<ArrayBuffer>;
  readonly rows: readonly PackedRow[];
}

type Polygon = Extract<RawShape, { kind: 'polygon' }>;
type Unusable = Extract<RawShape, { kind: 'unusable' }>;

interface PackedRow {
  readonly recordNo: number;
  readonly deleted: boolean;
  /** Where each part ends in `coordinates`; the reason instead when there is no usable shape. */
  readonly shape: (Omit<Polygon, 'kind' | 'parts'> & { readonly partEnds: readonly number[] }) | Unusable;
}

export function packRows(rows: readonly RawRow[]): PackedRows {
  const fields = rows[0]?.cells.length ?? 0;
  const bytes = new Uint8Array(rows.reduce((sum, row) => sum + row.cells.reduce((n, cell) => n + cell.length, 0), 0));
  const cellEnds = new Int32Array(rows.length * fields);
  const coordinates = new Float64Array(rows.reduce((sum, { shape }) => sum + pointNumbers(shape), 0));
  let byteAt = 0;
  let cellAt = 0;
  let numberAt = 0;
  const packed = rows.map(({ recordNo, deleted, cells, shape }): PackedRow => {
    for (const cell of cells) {
      bytes.set(cell, byteAt);
      byteAt += cell.length;
      cellEnds[cellAt++] = byteAt;
    }
    if (shape.kind !== 'polygon') return { recordNo, deleted, shape: asUnusable(shape) };
    const partEnds = shape.parts.map((part) => {
      coordinates.set(part, numberAt);
      numberAt += part.length;
      return numberAt;
    });
    const { kind, parts, ...facts } = shape;
    return { recordNo, deleted, shape: { partEnds, ...facts } };
  });
  return { bytes, cellEnds, coordinates, rows: packed };
}

/** Threads convert parcels, which have no use for lines and points. */
const asUnusable = (shape: Exclude<RawShape, Polygon>): Unusable =>
  shape.kind === 'unusable' ? shape : { kind: 'unusable', code: 'geometry.not_polygon', detail: { type: shape.type } };

function pointNumbers(shape: RawShape): number {
  return shape.kind !== 'polygon' ? 0 : shape.parts.reduce((sum, part) => sum + part.length, 0);
}

/** Buffers whose ownership moves with the message. */
export function buffersOf({ bytes, cellEnds, coordinates }: PackedRows): ArrayBuffer[] {
  return [bytes.buffer, cellEnds.buffer, coordinates.buffer];
}

export function* unpackRows({ bytes, cellEnds, coordinates, rows }: PackedRows): Generator<RawRow> {
  const fields = rows.length === 0 ? 0 : cellEnds.length / rows.length;
  let byteAt = 0;
  let cellAt = 0;
  let numberAt = 0;
  for (const { recordNo, deleted, shape } of rows) {
    const cells = Array.from({ length: fields }, () => {
      const cell = bytes.subarray(byteAt, cellEnds[cellAt]!);
      byteAt = cellEnds[cellAt++]!;
      return cell;
    });
    if ('kind' in shape) {
      yield { recordNo, deleted, cells, shape };
      continue;
    }
    const { partEnds, ...facts } = shape;
    const parts = partEnds.map((end) => {
      const part = coordinates.subarray(numberAt, end);
      numberAt = end;
      return part;
    });
    yield { recordNo, deleted, cells, shape: { kind: 'polygon', parts, ...facts } };
  }
}
