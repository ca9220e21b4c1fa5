import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EmbeddedError } from './embedded-error.ts';
import { getPostgres } from './find-postgres.ts';

const ADMIN = fileURLToPath(new URL('../cli/admin.ts', import.meta.url));

test('data of a version that is not installed: the way out names only commands that exist', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'diaba-other-major-'));
  try {
    await writeFile(join(dataDir, 'PG_VERSION'), '9\n');
    let refused: unknown;
    try {
      getPostgres(dataDir);
    } catch (error) {
      refused = error;
    }
    assert.ok(refused instanceof EmbeddedError);
    assert.equal(refused.code, 'embedded.other_major');
    assert.match(refused.message, /made by PostgreSQL 9; .* \/usr\/lib\/postgresql\/9\/bin\/pg_dump /);
    const { stdout: help } = await promisify(execFile)(process.execPath, [ADMIN, '--help']);
    const verbs = [...refused.message.matchAll(/npm run (?:-s )?admin -- ([\w-]+)/g)].map((match) => match[1]);
    assert.deepEqual(verbs, ['database-url']);
    for (const verb of verbs) assert.match(help, new RegExp(`^ {2}${verb} `, 'm'));
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
