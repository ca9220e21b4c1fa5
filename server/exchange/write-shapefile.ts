/**
 * Parcels as a shapefile in a folder, a page at a time; the heads of the parts are written last, when their lengths are known.
 * Source: ESRI Shapefile Technical Description (1998). Lengths and offsets are in 16-bit words.
 */
import { type FileHandle, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextEncoding } from '../domain/encoding/codec.ts';
import type { ExchangeParcel } from '../domain/exchange/exchange-parcel.ts';
import { prjText } from '../domain/prj-text.ts';
import { tableFields, tableHeader, tableRow } from './shapefile-table.ts';

type Ring = ExchangeParcel['rings'][number];

export interface ShapefileTask {
  readonly folder: string;
  /** Of the parts, without an ending. */
  readonly name: string;
  readonly encoding: TextEncoding;
  readonly srid: number;
  readonly withPersons: boolean;
  readonly changed: Date;
}

const HEAD = 100;
const POLYGON = 5;

/** Twice the signed area, about the first point so that large eastings cost no digits; negative for clockwise. */
function twiceArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

/** The outer ring clockwise, holes against it, as the format asks. */
const turned = (rings: readonly Ring[]): readonly Ring[] =>
  rings.map((ring, i) => (twiceArea(ring) < 0 === (i === 0) ? ring : ring.toReversed()));

function shapeRecord(parcel: ExchangeParcel, recordNo: number, box: number[]): Buffer {
  const rings = turned(parcel.rings);
  const points = rings.flat();
  const record = Buffer.alloc(8 + 44 + 4 * rings.length + 16 * points.length);
  record.writeInt32BE(recordNo, 0);
  record.writeInt32BE((record.length - 8) / 2, 4);
  record.writeInt32LE(POLYGON, 8);
  const own = boxOf(points);
  own.forEach((value, i) => {
    record.writeDoubleLE(value, 12 + 8 * i);
    box[i] = i < 2 ? Math.min(box[i]!, value) : Math.max(box[i]!, value);
  });
  record.writeInt32LE(rings.length, 44);
  record.writeInt32LE(points.length, 48);
  let first = 0;
  rings.forEach((ring, i) => {
    record.writeInt32LE(first, 52 + 4 * i);
    first += ring.length;
  });
  points.forEach(([x, y], i) => {
    record.writeDoubleLE(x, 52 + 4 * rings.length + 16 * i);
    record.writeDoubleLE(y, 60 + 4 * rings.length + 16 * i);
  });
  return record;
}

function boxOf(points: Ring): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0]!, x);
    box[1] = Math.min(box[1]!, y);
    box[2] = Math.max(box[2]!, x);
    box[3] = Math.max(box[3]!, y);
  }
  return box;
}

function shapeHead(length: number, box: readonly number[]): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE(length / 2, 24);
  head.writeInt32LE(1000, 28);
  head.writeInt32LE(POLYGON, 32);
  box.forEach((value, i) => {
    head.writeDoubleLE(Number.isFinite(value) ? value : 0, 36 + 8 * i);
  });
  return head;
}

/** Writes the parts and returns how many parcels there are. Throws NotInEncoding for a letter the encoding has not. */
export async function writeShapefile(
  { folder, name, encoding, srid, withPersons, changed }: ShapefileTask,
  pages: AsyncIterable<readonly ExchangeParcel[]>,
): Promise<number> {
  const fields = tableFields(withPersons);
  const files: FileHandle[] = [];
  const part = async (ending: string): Promise<FileHandle> => {
    const file = await open(join(folder, `${name}.${ending}`), 'wx', 0o600);
    files.push(file);
    return file;
  };
  try {
    const [shp, shx, dbf] = [await part('shp'), await part('shx'), await part('dbf')];
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    let [rows, length] = [0, HEAD];
    await shp.appendFile(shapeHead(0, box));
    await shx.appendFile(shapeHead(0, box));
    await dbf.appendFile(tableHeader(fields, 0, changed));
    for await (const page of pages) {
      const shapes = page.map((parcel, i) => shapeRecord(parcel, rows + i + 1, box));
      const places = Buffer.alloc(8 * shapes.length);
      shapes.forEach((shape, i) => {
        places.writeInt32BE(length / 2, 8 * i);
        places.writeInt32BE((shape.length - 8) / 2, 8 * i + 4);
        length += shape.length;
      });
      await shp.appendFile(Buffer.concat(shapes));
      await shx.appendFile(places);
      await dbf.appendFile(Buffer.concat(page.map((parcel) => tableRow(fields, parcel, encoding))));
      rows += page.length;
    }
    await dbf.appendFile(Buffer.of(0x1a));
    await writeHead(join(folder, `${name}.shp`), shapeHead(length, box));
    await writeHead(join(folder, `${name}.shx`), shapeHead(HEAD + 8 * rows, box));
    await writeHead(join(folder, `${name}.dbf`), tableHeader(fields, rows, changed));
    await writeFile(join(folder, `${name}.prj`), prjText(srid), 'latin1');
    // A name for TCVN3 no program knows; what reads the file by its font needs none.
    if (encoding === 'utf8') await writeFile(join(folder, `${name}.cpg`), 'UTF-8');
    return rows;
  } finally {
    for (const file of files) await file.close();
  }
}

async function writeHead(path: string, head: Buffer): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write(head, 0, head.length, 0);
  } finally {
    await file.close();
  }
}
