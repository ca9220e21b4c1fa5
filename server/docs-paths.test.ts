/** Every path of the repository that a page of the documentation names is there. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { anchorsOf, docFiles, readDoc } from './testing/read-docs.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** A path from the root, as pages write it: in backticks, beginning with a room. */
const PATH = /`((?:server|gis-import|web|migrations|templates|docs|\.ci)\/[\w./*{},-]*)`/g;

/** Paths that are named; those with a wildcard stand for many. */
const pathsOf = (text: string) =>
  [...text.matchAll(PATH)].map(([, path]) => path!).filter((path) => !/[*{]/.test(path));

test('every path that a page names is there', () => {
  const named = docFiles().flatMap((file) => pathsOf(readDoc(file)).map((path) => ({ file, path })));
  assert.ok(named.length > 60, `${named.length} paths`);
  const gone = named.filter(({ path }) => !existsSync(join(ROOT, path))).map(({ file, path }) => `${file}: ${path}`);
  assert.deepEqual(gone, []);
});

test('every page that a page links to is there', () => {
  const links = docFiles().flatMap((file) =>
    [...readDoc(file).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, to]) => ({ file, to: to! })),
  );
  assert.ok(links.length > 40, `${links.length} links`);
  const dead = links.filter(({ file, to }) => !existsSync(join(ROOT, dirname(file), to)));
  assert.deepEqual(
    dead.map(({ file, to }) => `${file}: ${to}`),
    [],
  );
});

test('every section that a page links to is there', () => {
  const links = docFiles().flatMap((file) =>
    [...readDoc(file).matchAll(/\]\(([^)#:\s]*\.md)?#([^)\s]+)\)/g)].map(([, to, anchor]) => ({
      file,
      to: to === undefined ? file : join(dirname(file), to),
      anchor: anchor!,
    })),
  );
  assert.ok(links.length > 60, `${links.length} links`);
  const dead = links.filter(({ to, anchor }) => !anchorsOf(readDoc(to)).includes(anchor));
  assert.deepEqual(
    dead.map(({ file, to, anchor }) => `${file}: ${to}#${anchor}`),
    [],
  );
});

test('every page of the folder is in its index, and each of the ten commonest changes has its files', () => {
  const index = readFileSync(join(ROOT, 'docs/README.md'), 'utf8');
  const missing = readdirSync(join(ROOT, 'docs'))
    .filter((name) => name !== 'README.md')
    .filter((name) => !index.includes(`](${name}`));
  assert.deepEqual(missing, []);
  const changes = readDoc('docs/how-to.md')
    .split(/^## /m)
    .slice(1)
    .filter((text) => /^(An? |How long)/.test(text));
  assert.equal(changes.length, 10);
  for (const text of changes) assert.ok(pathsOf(text).length >= 2, text.slice(0, 40));
});
