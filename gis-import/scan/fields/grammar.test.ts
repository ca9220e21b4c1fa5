/** What the rules of the kinds are called at the desk, and which fields each kind asks for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELD_NAMES } from '../../../server/domain/document/document.ts';
import { notEmpty } from '../../../server/testing/not-empty.ts';
import { scanEn } from '../../../web/i18n/en/desk-scan.ts';
import { scanVi } from '../../../web/i18n/vi/desk-scan.ts';
import { fieldsOf, GRAMMARS } from './grammar.ts';
import { judgeFields } from './judge-fields.ts';
import { layOutPage } from './page-text.ts';
import { readPageFields } from './read-page-fields.ts';

test('every rule has words in both languages', () => {
  const rules = ['serial.qr', 'barcode.code', ...GRAMMARS.flatMap(({ fields }) => fields.map(({ rule }) => rule))];
  for (const words of [scanVi, scanEn]) {
    const unknown = notEmpty(rules).filter((rule) => !(`rule.${rule}` in words));
    assert.deepEqual(unknown, []);
  }
});

test('a kind asks for what its rules read, an unknown one for everything but what only one kind has', () => {
  assert.deepEqual(
    fieldsOf(null),
    FIELD_NAMES.filter((name) => name !== 'barcode'),
  );
  const asked = GRAMMARS.map((grammar) => [grammar.kind, fieldsOf(grammar).length]);
  assert.deepEqual(asked, [
    ['certificate_qr', 9],
    ['certificate_four_page', 10],
    ['contract', 5],
    ['application', 4],
    ['decision', 4],
  ]);
});

test('figures of the height of the print around them are read; taller ones were written by a hand and stay empty', () => {
  const [grammar] = GRAMMARS.filter(({ kind }) => kind === 'application');
  assert.ok(grammar);
  const read = (tall: number) => {
    const texts = ['Thửa', 'đất', 'số:', '12', 'tờ', 'bản', 'đồ', 'số:', '72', 'theo', 'khi', 'nhan', '2024'];
    const words = texts.map((text, at) => ({
      text,
      confidence: 0.97,
      box: [at * 100, 500 - (text === '72' ? tall - 36 : 0), 80, text === '72' ? tall : 36] as const,
      line: 0,
    }));
    const readings = [readPageFields(layOutPage(words, 3508), [], 1, grammar, 'first')];
    return judgeFields(readings, ['sheetNo', 'parcelNo']).map(({ value, sure, findings }) => [value, sure, findings]);
  };
  assert.deepEqual(read(37), [
    ['72', true, []],
    ['12', true, []],
  ]);
  assert.deepEqual(read(43), [
    [null, false, ['field.written']],
    ['12', true, []],
  ]);
});
