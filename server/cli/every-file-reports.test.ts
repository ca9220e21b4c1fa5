/** The runner's own blind spot, watched: a file that leaves early must not pass. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'diaba-runner-'));
after(() => rmSync(folder, { recursive: true }));

const START = "import { test } from 'node:test';\ntest('one', () => undefined);\n";
const FILES = {
  whole: `${START}test('two', () => undefined);\n`,
  leaves: `${START}test('two', () => process.exit(0));\n`,
  empty: 'export {};\n',
};
for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, `${name}.test.ts`), text);

function run(...names: (keyof typeof FILES)[]) {
  const reporters = ['spec', new URL('./every-file-reports.ts', import.meta.url).href];
  const { NODE_TEST_CONTEXT: _, ...env } = process.env; // a runner inside a runner would report to the outer one
  return spawnSync(
    process.execPath,
    [
      '--test',
      ...['stdout', 'stderr'].flatMap((to, i) => [
        `--test-reporter=${reporters[i]}`,
        `--test-reporter-destination=${to}`,
      ]),
      ...names.map((name) => join(folder, `${name}.test.ts`)),
    ],
    { env, encoding: 'utf8', cwd: folder },
  );
}

test('files that end with their results pass, and nothing is said', () => {
  const { status, stderr, stdout } = run('whole');
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /tests 2/);
});

test('a file that leaves its process early fails the run, and so does one without a test', () => {
  const { status, stderr } = run('whole', 'leaves', 'empty');
  assert.equal(status, 1);
  assert.equal(stderr, '\nFiles that ended without a result:\n  leaves.test.ts\n  empty.test.ts\n');
});
