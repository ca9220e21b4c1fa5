/** What the rules of the kinds are called at the desk, and which fields each kind asks for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELD_NAMES } from '../../../server/domain/document/document.ts';
import { notEmpty } from '../../../server/testing/not-empty.ts';
import { scanEn } from '../../../web/i18n/desk-scan-en.ts';
import { scanVi } from '../../../web/i18n/desk-scan-vi.ts';
import { fieldsOf, GRAMMARS } from './grammar.ts';

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
