/** Sources that are planted, and whether the check sees who holds which verb. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { askedDoors } from './check/verbs/asked-doors.ts';
import { findHeldVerbs, findUntestedVerbs, TESTS_PAGE, tellHeldVerbs } from './check/verbs/tests-page.ts';

const root = mkdtempSync(join(tmpdir(), 'diaba-verbs-'));
after(() => rmSync(root, { recursive: true }));

function plant(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

const verb = (name: string, calls = '') => `export async function ${name}() { ${calls} }\n`;
const heldBy = (name: string) =>
  findHeldVerbs(root)
    .find((one) => one.name === name)
    ?.tests.map(({ test: file, way }) => [file, ...way]);

test('a verb is held by who calls it, by who asks its door with its method, and by what is built on it', () => {
  plant({
    'server/registry/a/call-me.ts': verb('callMe'),
    'server/registry/a/get-batch.ts': `import { deeper } from './deeper.ts';\n${verb('getBatch', 'return deeper();')}`,
    'server/registry/a/cancel-batch.ts': verb('cancelBatch'),
    'server/registry/a/deeper.ts': verb('deeper'),
    'server/registry/a/prose-only.ts': verb('proseOnly'),
    'server/registry/a/by-type.ts': `${verb('byType')}export interface Kind { a: 1 }\n`,
    'server/routes/batches.ts': `import * as doors from '../domain/contract/batch/batches.ts';
import { cancelBatch as door } from '../domain/contract/batch/batch-steps.ts';
import { cancelBatch } from '../registry/a/cancel-batch.ts';
import { getBatch } from '../registry/a/get-batch.ts';
export function routes(app) {
  serve(app, doors.getBatch, async ({ params }) => { const batch = await getBatch(params.id); return batch; });
  serve(app, door, () => cancelBatch());
}\n`,
    'server/testing/stage.ts': `import { routes } from '../routes/batches.ts';
export async function openStage() {
  return { app: routes({}), async read(id) { return ask(\`/api/batches/\${id}\`); }, cancel: (id) => post(\`/api/batches/\${id}/cancel\`) };
}\n`,
    'server/a.test.ts': `import type { Kind } from './registry/a/by-type.ts';
import { callMe } from './registry/a/call-me.ts';
import { openStage } from './testing/stage.ts';
test('proseOnly', async () => { callMe(); const stage = await openStage(); await stage.read('x'); });\n`,
  });
  assert.deepEqual(heldBy('callMe'), [['server/a.test.ts']]);
  assert.deepEqual(heldBy('getBatch'), [['server/a.test.ts', 'door getBatch']]);
  assert.deepEqual(heldBy('deeper'), [['server/a.test.ts', 'door getBatch', 'getBatch']]);
  for (const name of ['proseOnly', 'byType', 'cancelBatch']) assert.deepEqual(heldBy(name), [], name);
});

test('what no test reaches is named, and a page that says something else', () => {
  plant({ [TESTS_PAGE]: tellHeldVerbs(findHeldVerbs(root)) });
  const untested = findUntestedVerbs(root);
  assert.equal(untested.length, 3);
  assert.ok(untested.includes('server/registry/a/cancel-batch.ts: no test reaches cancelBatch'));
  plant({
    'server/b.test.ts': `import { openStage } from './testing/stage.ts';\ntest('x', async () => (await openStage()).cancel('1'));\n`,
  });
  assert.deepEqual(heldBy('cancelBatch'), [['server/b.test.ts', 'door cancelBatch']]);
  assert.ok(findUntestedVerbs(root).some((complaint) => complaint.includes('npm run docs:tests')));
});

test('an address is the door that the router would choose, by the method that is asked with', () => {
  const words = new Set(['lodge', 'records']);
  const cases: [path: string, method: string | null, doors: string[]][] = [
    ['api/batches/*?x=*', null, ['getBatch']],
    ['api/batches', 'POST', []],
    ['api/dealings', 'POST', ['openDealing']],
    ['api/dealings', null, ['listDealings']],
    ['api/dealings/*/lodge', null, ['lodgeDealing']],
    ['api/dealings/*/*', 'POST', ['lodgeDealing']],
    ['api/batches/**', 'GET', ['getBatch', 'getBatchRecord', 'listBatchRecords']],
    ['tiles/parcels/*/*/*.mvt', null, ['getParcelTile']],
    ['nowhere', null, []],
  ];
  for (const [path, method, doors] of cases)
    assert.deepEqual(askedDoors({ path: `/${path}`, method }, words).sort(), doors, `${method} /${path}`);
});
