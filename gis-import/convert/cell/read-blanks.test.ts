import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingCode } from '../../../server/domain/finding/finding.ts';
import { parseParcelNo } from './parse-key.ts';
import { readArea } from './read-area.ts';
import { readKey, readSheetNo } from './read-key.ts';

function noting<T>(read: (findings: { code: FindingCode }[]) => T): [T, FindingCode[]] {
  const findings: { code: FindingCode }[] = [];
  const value = read(findings);
  return [value, findings.map(({ code }) => code)];
}

const cellsOf = (texts: readonly string[]) => texts.map((text) => ({ text, reading: 'decimal' as const }));

test('an area of 0 or nothing never hides the other column; what is no area is said and not replaced', () => {
  const area = (...texts: string[]) => noting((findings) => readArea(texts, findings));
  for (const blank of ['', '0', '0.0', '0,00', '-0.0']) assert.deepEqual(area(blank, '360.0'), [360, []], blank);
  assert.deepEqual(area('350', '360'), [350, []]);
  assert.deepEqual(area('0.0', ''), [null, ['area.missing']]);
  assert.deepEqual(area('-100', '360'), [null, ['area.negative']]);
  assert.deepEqual(area('0', '-100.0'), [null, ['area.negative']]);
  assert.deepEqual(area('*****', '360'), [null, ['area.overflow']]);
  assert.deepEqual(area('khoảng 300', '360'), [null, ['area.unreadable']]);
});

test('a number that is blank in one column is taken from the next; two that differ are said', () => {
  const key = (...texts: string[]) => noting((findings) => readKey(cellsOf(texts), parseParcelNo, findings));
  for (const blank of ['', '0', '0.0', '-']) assert.deepEqual(key(blank, '15'), ['15', []], blank);
  assert.deepEqual(key('15', '015.0'), ['15', []]);
  assert.deepEqual(key('15', '16'), ['15', ['key.columns_differ']]);
  assert.deepEqual(key('', '0'), [null, ['key.parcel_no_missing']]);
});

test('a sheet given with the command fills blanks, and never stands above the table', () => {
  const sheet = (given: string | null, ...texts: string[]) =>
    noting((findings) => readSheetNo(cellsOf(texts), given, findings));
  for (const blank of ['', '0', '0.0', ' ', '-']) assert.deepEqual(sheet('9', blank), ['9', []], blank);
  assert.deepEqual(sheet('9'), ['9', []], 'no such column');
  assert.deepEqual(sheet('9', '09'), ['9', []]);
  assert.deepEqual(sheet('9', '5'), ['5', ['key.sheet_no_differs']]);
  assert.deepEqual(sheet('9', '?'), [null, ['key.sheet_no_invalid']]);
  assert.deepEqual(sheet(null, ''), [null, ['key.sheet_no_missing']]);
});
