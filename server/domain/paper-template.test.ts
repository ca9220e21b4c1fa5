import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareTexts, templateOn, textsOf } from './paper-template.ts';

test('two versions of a template differ in the wordings that are not the same, and in nothing else', () => {
  const first = { title: 'TRÍCH LỤC', columns: ['X', 'Y'], gone: 'cũ', sizePt: 9 };
  const second = { title: 'TRÍCH LỤC BẢN ĐỒ', columns: ['X', 'Y', 'Cạnh'], sizePt: 12 };
  assert.deepEqual(textsOf(first), [
    { key: 'title', text: 'TRÍCH LỤC' },
    { key: 'columns.0', text: 'X' },
    { key: 'columns.1', text: 'Y' },
    { key: 'gone', text: 'cũ' },
  ]);
  assert.deepEqual(compareTexts(textsOf(first), textsOf(second)), [
    { key: 'title', left: 'TRÍCH LỤC', right: 'TRÍCH LỤC BẢN ĐỒ' },
    { key: 'gone', left: 'cũ', right: null },
    { key: 'columns.2', left: null, right: 'Cạnh' },
  ]);
  assert.deepEqual(compareTexts(textsOf(first), textsOf(first)), []);
});

test('the day chooses the version: a newer one holds from its first day, and none where the last one is over', () => {
  const version = (no: number, validFrom: string, validTo: string | null = null) => ({
    version: no,
    validFrom,
    validTo,
  });
  const on = (day: string, ...versions: ReturnType<typeof version>[]) => templateOn(versions, day)?.version;
  const [first, second] = [version(1, '2026-01-01', '2026-12-31'), version(2, '2027-01-01')];
  assert.equal(on('2026-12-31', first, second), 1, 'the last day of the old one');
  assert.equal(on('2027-01-01', first, second), 2, 'the first day of the new one');
  assert.equal(on('2027-01-01', second, first), 2, 'in whatever order they are written');
  assert.equal(
    on('2026-07-01', version(1, '2026-01-01'), version(2, '2026-07-01')),
    2,
    'an old one without a last day gives way',
  );
  assert.equal(on('2026-07-01', first, version(2, '2026-07-01')), 2, 'and one whose last day is later, too');
  assert.equal(on('2026-06-30', first, version(2, '2026-07-01')), 1);
  assert.equal(on('2025-12-31', first, second), 1, 'before them all: the first');
  assert.equal(on('2026-12-31', first), 1, 'its own last day');
  assert.equal(on('2027-01-01', first), undefined, 'over, and nothing followed');
  assert.equal(on('2027-01-01'), undefined);
});
