/** Every threat that docs/threats.md names is answered by a test that is there under the title it has, or is said to be open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAbsentTests, namedTests } from './testing/named-tests.ts';
import { readDoc, rowsOf } from './testing/read-docs.ts';

const rows = rowsOf(readDoc('docs/threats.md')).filter(([threat]) => threat !== 'threat');

test('every threat has a test of that title, or is open', () => {
  assert.ok(rows.length > 50, `${rows.length} threats`);
  const wrong = rows.flatMap(([threat, against, proof]) => {
    const named = namedTests(proof ?? '');
    if (named.length === 0 && !against?.startsWith('**Open')) return [`${threat}: neither test nor open`];
    return findAbsentTests(named).map(({ file, title }) => `${threat}: ${file} "${title}"`);
  });
  assert.deepEqual(wrong, []);
});
