/** Random damage: reading ends, counts add up, and no attribute is ever tied to a neighbour's boundary. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { goodParts, type PartBytes, readAll, withParts } from '../demo/file/fixture-shapefile.ts';
import type { RawRow } from './raw-row.ts';

const COUNT = 14;
type Part = 'shp' | 'shx' | 'dbf';
type Change = { part: Part; apply: (bytes: Buffer) => Buffer };

const part = fc.constantFrom<Part>('shp', 'shx', 'dbf');
const place = fc.double({ min: 0, max: 0.999999, noNaN: true });
const at = (bytes: Buffer, where: number): number => Math.floor(where * bytes.length);
const extreme = fc.constantFrom(0, 1, -1, 2, 4, 49, 50, 51, 99, 0x7fffffff, -0x80000000, 0x40000000, 0x10000, 255);
/** Offsets at which the formats keep their lengths and counts: headers, and the first three records. */
const KNOWN: Record<Part, readonly number[]> = {
  shp: [0, 24, 28, 32, ...[0, 1, 2].flatMap((i) => [0, 4, 8, 44, 48, 52].map((field) => 100 + 136 * i + field))],
  shx: [0, 24, 28, 32, 100, 104, 108, 112, 116, 120],
  dbf: [0, 4, 8, 10, 28, 43, 48, 75, 80, 107, 112, 128],
};

const flip = fc
  .record({ part, where: place, mask: fc.integer({ min: 1, max: 255 }) })
  .map(({ part, where, mask }): Change => {
    const apply = (bytes: Buffer): Buffer => {
      bytes.writeUInt8(bytes[at(bytes, where)]! ^ mask, at(bytes, where));
      return bytes;
    };
    return { part, apply };
  });
const integer = fc
  .record({ part, which: place, value: extreme, little: fc.boolean() })
  .map(({ part, which, value, little }): Change => {
    const offset = KNOWN[part][Math.floor(which * KNOWN[part].length)]!;
    const apply = (bytes: Buffer): Buffer => {
      if (little) bytes.writeInt32LE(value, offset);
      else bytes.writeInt32BE(value, offset);
      return bytes;
    };
    return { part, apply };
  });
const truncate = fc.record({ part, where: place }).map(({ part, where }): Change => {
  return { part, apply: (bytes) => bytes.subarray(0, at(bytes, where)) };
});
const splice = fc
  .record({ part, from: place, to: place, length: fc.integer({ min: 1, max: 400 }) })
  .map(({ part, from, to, length }): Change => {
    const apply = (bytes: Buffer): Buffer => {
      const piece = bytes.subarray(at(bytes, from), at(bytes, from) + length);
      return Buffer.concat([bytes.subarray(0, at(bytes, to)), piece, bytes.subarray(at(bytes, to))]);
    };
    return { part, apply };
  });

function damage(changes: readonly Change[], dropShx: boolean): PartBytes {
  const bytes: Record<Part, Buffer> = goodParts(COUNT);
  for (const { part, apply } of changes) if (bytes[part].length > 200) bytes[part] = apply(Buffer.from(bytes[part]));
  return { ...bytes, shx: dropShx ? null : bytes.shx };
}

/** Rows, or null when the file was refused in the agreed way. Anything else fails the test. */
async function outcome(bytes: PartBytes): Promise<RawRow[] | null> {
  try {
    const { file, rows } = await withParts(bytes, readAll);
    assert.equal(rows.length, file.records);
    assert.deepEqual(
      rows.map(({ recordNo }) => recordNo),
      rows.map((_, i) => i + 1),
    );
    assert.ok(rows.every(({ cells }) => cells.length === file.fields.length));
    return rows;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    assert.ok(Number.isInteger(error.detail.records), error.message);
    return null;
  }
}

test('any damage ends as rows that add up or as a refusal', { timeout: 120_000 }, async () => {
  const changes = fc.array(fc.oneof(flip, integer, truncate, splice), { minLength: 1, maxLength: 4 });
  const property = fc.asyncProperty(changes, fc.boolean(), async (list, dropShx) => {
    await outcome(damage(list, dropShx));
  });
  await fc.assert(property, { seed: 20261124, numRuns: 2500 });
  assert.ok(process.resourceUsage().maxRSS < 700_000, 'kilobytes of memory');
});

/** Refused, or every boundary is still beside the attributes it came with. */
async function requireNoShift(change: Change, dropShx: boolean, sound: readonly RawRow[]): Promise<void> {
  const rows = await outcome(damage([change], dropShx && change.part !== 'shx'));
  if (!rows) return;
  assert.equal(rows.length, COUNT);
  const homes = new Map(sound.map((row) => [key(row), row.recordNo]));
  for (const row of rows) assert.equal(homes.get(key(row)) ?? row.recordNo, row.recordNo);
  const changed = rows.filter(({ cells }, i) => !Buffer.concat(cells).equals(Buffer.concat(sound[i]!.cells)));
  assert.ok(changed.length <= (change.part === 'dbf' ? 2 : 0), `${changed.length} rows of attributes changed`);
}

const key = ({ shape }: RawRow): string => (shape.kind === 'polygon' ? String(shape.parts[0]) : '');

test('one wrong number or byte never ties an attribute to another boundary', { timeout: 120_000 }, async () => {
  const sound = await outcome(damage([], false));
  assert.ok(sound);
  const change = fc.oneof(flip, integer, truncate);
  const property = fc.asyncProperty(change, fc.boolean(), (one, dropShx) => requireNoShift(one, dropShx, sound));
  await fc.assert(property, { seed: 4, numRuns: 1500 });
});

test('nor does a length or count that is off by a little, or by exactly one record', { timeout: 120_000 }, async () => {
  const sound = await outcome(damage([], false));
  assert.ok(sound);
  for (const part of ['shp', 'shx', 'dbf'] as const) {
    for (const offset of KNOWN[part]) {
      for (const by of [1, 2, 4, 8, 30, 32, 68, -1, -2, -4, -8, -30, -32, -68]) {
        for (const little of part === 'dbf' ? [true] : [true, false]) {
          const width = part === 'dbf' ? 2 : 4;
          const apply = (bytes: Buffer): Buffer => {
            const old = little ? bytes.readUIntLE(offset, width) : bytes.readUIntBE(offset, width);
            const value = (old + by + 2 ** 32) % 2 ** (8 * width);
            if (little) bytes.writeUIntLE(value, offset, width);
            else bytes.writeUIntBE(value, offset, width);
            return bytes;
          };
          await requireNoShift({ part, apply }, offset % 3 === 0, sound).catch((cause) => {
            throw new Error(`${part} at ${offset}, off by ${by}`, { cause });
          });
        }
      }
    }
  }
});
