import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from './to-csv.ts';

const HEADERS = ['Thửa', 'Diện tích'];

async function piecesOf(rows: readonly (readonly [string, number | null])[]): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of toCsv(HEADERS, rows)) pieces.push(piece);
  return pieces;
}

test('CSV defuses what a spreadsheet would run', async () => {
  assert.deepEqual(await piecesOf([['=1+1', -5]]), ["\uFEFFThửa,Diện tích\r\n'=1+1,-5\r\n"]);
  assert.deepEqual(await piecesOf([]), ['\uFEFFThửa,Diện tích\r\n']);
});

test('a long table comes in pieces, none of its lines lost or twice', async () => {
  const rows = Array.from({ length: 1_501 }, (_, i) => [`${i}`, i] as const);
  const pieces = await piecesOf(rows);
  assert.equal(pieces.length, 4);
  assert.deepEqual(
    pieces.join('').split('\r\n').slice(1, -1),
    rows.map((row) => row.join(',')),
  );
});
