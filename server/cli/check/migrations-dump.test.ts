import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { findStaleDump } from './migrations-dump.ts';
import { ROOT } from './run-tool.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'diaba-dump-'));
  await cp(join(ROOT, 'migrations'), join(root, 'migrations'), { recursive: true });
  await cp(join(ROOT, 'docs/schema.md'), join(root, 'docs/schema.md'));
});
afterEach(() => rm(root, { recursive: true }));

const STALE = (path: string) => `${path} is older than the migrations: npm run db:dump`;

test('a function that changed makes the dump and the page old; words about the migrations do not', async () => {
  assert.deepEqual(findStaleDump(root), []);
  await appendFile(join(root, 'migrations/README.md'), 'more\n');
  assert.deepEqual(findStaleDump(root), []);
  await appendFile(join(root, 'migrations/functions/reference/setting_on.sql'), '-- changed\n');
  assert.deepEqual(findStaleDump(root), [STALE('migrations/schema.sql'), STALE('docs/schema.md')]);
});

test('the page alone can be old or missing', async () => {
  const page = join(root, 'docs/schema.md');
  await writeFile(page, (await readFile(page, 'utf8')).replace(/sha256:[0-9a-f]{4}/, 'sha256:0000'));
  assert.deepEqual(findStaleDump(root), [STALE('docs/schema.md')]);
  await rm(page);
  assert.deepEqual(findStaleDump(root), ['docs/schema.md is missing: npm run db:dump']);
});

test('an edited migration is named beside what it made old', async () => {
  await appendFile(join(root, 'migrations/20261130000100_create_schemas.sql'), '-- changed\n');
  const wrong = findStaleDump(root);
  assert.equal(wrong.length, 3);
  assert.match(wrong[0]!, /create_schemas\.sql is merged and was edited/);
});
