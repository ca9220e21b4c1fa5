/** Every threat that docs/threats.md names is answered by a test that is there under the title it has, or is said to be open. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readDoc } from './testing/read-docs.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** A test as the page names it: its file, and how a title in it begins. */
const PROOF = /`([\w./-]+\.test\.ts)` "([^"]*)"/g;

const rows = readDoc('docs/threats.md')
  .split('\n')
  .filter((line) => /^\| (?!threat |-)/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );

const titlesOf = (file: string): string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\btest\(\s*(['`"])((?:(?!\1)[^\n\\]|\\.)+)\1/g)].map(
    ([, , title]) => title!,
  );
/** Begins with these words, or with what is filled in and then these words. */
const isTitled = (file: string, words: string): boolean =>
  titlesOf(file).some((title) => title.replace(/^\$\{[^}]*\}\s*/, '').startsWith(words) || title.startsWith(words));

test('every threat has a test of that title, or is open', () => {
  assert.ok(rows.length > 50, `${rows.length} threats`);
  const wrong = rows.flatMap(([threat, against, proof]) => {
    const proofs = [...(proof ?? '').matchAll(PROOF)].map(([, file, title]) => ({ file: file!, title: title! }));
    if (proofs.length === 0 && !against?.startsWith('**Open')) return [`${threat}: neither test nor open`];
    return proofs
      .filter(({ file, title }) => title.length < 8 || !existsSync(join(ROOT, file)) || !isTitled(file, title))
      .map(({ file, title }) => `${threat}: ${file} "${title}"`);
  });
  assert.deepEqual(wrong, []);
});
