import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CELL_LETTERS, toSheetCell } from './to-sheet-cell.ts';

const iso = (cell: unknown) => (cell instanceof Date ? cell.toISOString() : cell);

test('numbers stay numbers and texts texts, whatever the column is', () => {
  assert.equal(toSheetCell('0012', 'number'), '0012');
  assert.equal(toSheetCell(12, 'text'), 12);
  assert.equal(toSheetCell('=1+1', 'text'), '=1+1');
  assert.equal(toSheetCell(Number.NaN, 'number'), null);
  assert.equal(toSheetCell(null, 'day'), null);
});

test('a day and a moment are dates by the clock of the country; what is none stays text', () => {
  assert.equal(iso(toSheetCell('2024-02-29', 'day')), '2024-02-29T00:00:00.000Z');
  assert.equal(iso(toSheetCell('2024-02-29T20:00:00.999Z', 'moment')), '2024-03-01T03:00:00.000Z');
  assert.equal(iso(toSheetCell('2024-03-01T03:00:00+07:00', 'moment')), '2024-03-01T03:00:00.000Z');
  for (const [text, kind] of [
    ['2023-02-30', 'day'],
    ['2024-13-01', 'day'],
    ['2024', 'day'],
    ['2024-02-29', 'moment'],
    ['2024-02-29T20:00:00', 'moment'],
    ['2024-02-29', 'text'],
  ] as const)
    assert.equal(toSheetCell(text, kind), text);
});

test('the first day that spreadsheets count, and the one before', () => {
  assert.equal(iso(toSheetCell('1900-03-01', 'day')), '1900-03-01T00:00:00.000Z');
  assert.equal(toSheetCell('1900-02-28', 'day'), '1900-02-28');
});

test('a text as long as a cell stays; one letter more is cut and says so', () => {
  const full = 'đ'.repeat(CELL_LETTERS);
  assert.equal(toSheetCell(full, 'text'), full);
  const cut = toSheetCell(`${full}đ`, 'text') as string;
  assert.equal(cut.length, CELL_LETTERS);
  assert.ok(cut.endsWith('đ …'));
});

test('signs that a workbook would read as another letter are written so that they stay', () => {
  assert.equal(toSheetCell('_x0041_', 'text'), '_x005F_x0041_');
  assert.equal(toSheetCell('_x41_', 'text'), '_x41_');
  assert.equal(toSheetCell('a\r\nb\ud800', 'text'), 'a\nb\uFFFD');
});
