import assert from 'node:assert/strict';
import test from 'node:test';
import { createContentSample } from './guess-columns.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const guessesOf = (rows: readonly (readonly string[])[], grounds: readonly (number | null)[] = []) => {
  const sample = createContentSample(rows[0]!.length, new Set(['ONT', 'LUC', 'CLN']));
  for (const [at, row] of rows.entries()) sample.see(row.map(bytes), grounds[at] ?? null);
  return sample.guesses().map((guess) => guess?.role ?? null);
};
const twenty = Array.from({ length: 20 }, (_, i) => i);

test('codes, serials, numbers of persons, of parcels and of a sheet are told by their values', () => {
  const rows = twenty.map((i) => [
    ['ONT', 'LUC', 'CLN', 'ont+cln'][i % 4]!,
    `BA ${100_000 + i}`,
    String(24_075_000_000 + i).padStart(12, '0'),
    String(i + 1),
    '12',
    `Thon ${i}`,
    '',
  ]);
  assert.deepEqual(guessesOf(rows), ['landUse', 'certificateSerial', 'identity', 'parcelNo', 'sheetNo', null, null]);
});

test('an area near that of the shape is one of the books, one equal to it was computed; without shapes a number is a number', () => {
  const grounds = twenty.map((i) => 200 + i * 7.31);
  const rows = twenty.map((i) => [
    (grounds[i]! + (i % 2 ? 1.4 : -0.9)).toFixed(1),
    grounds[i]!.toFixed(2),
    String(9_000_000 + i),
  ]);
  assert.deepEqual(guessesOf(rows, grounds), ['legalArea', 'measuredArea', null]);
  assert.deepEqual(guessesOf(rows), [null, null, null]);
});

test('a few values, or one in five that is something else, say nothing', () => {
  assert.deepEqual(guessesOf(twenty.slice(0, 4).map(() => ['ONT'])), [null]);
  assert.deepEqual(guessesOf(twenty.map((i) => [i % 5 === 0 ? 'abc' : 'ONT'])), [null]);
});
