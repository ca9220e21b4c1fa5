/** Papers for a whole commune, killed on the way: the same command goes on, makes none twice, and leaves one zip. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fromBufferPromise } from 'yauzl';
import { type DealingStage, openDealingStage } from '../testing/dealing-stage.ts';
import { notEmpty } from '../testing/not-empty.ts';

const ADMIN = fileURLToPath(new URL('admin.ts', import.meta.url));
let stage: DealingStage;
let folder: string;
before(async () => {
  stage = await openDealingStage();
  folder = await mkdtemp(join(tmpdir(), 'diaba-papers-'));
});
after(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

/** Runs the command; `stopAt` kills it when it has said so many lines. */
async function runPapers(
  out: string,
  stopAt?: number,
): Promise<{ code: number | null; signal: string | null; said: string }> {
  const { urls } = stage.database;
  const child = spawn(process.execPath, [ADMIN, 'papers', '--commune', '99001', '--out', out], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: urls.app,
      MIGRATION_DATABASE_URL: urls.migrator,
      PORTAL_DATABASE_URL: urls.portal,
      TILES_DATABASE_URL: urls.tiles,
      PERSONAL_DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      STORAGE_DIR: stage.storageDir,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (stopAt !== undefined && said.split('\n').length > stopAt) child.kill('SIGKILL');
    });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { code, signal, said };
}
const papers = () =>
  stage.query<{ serial: string; sha256: string }>(
    `select serial, encode(sha256, 'hex') as sha256 from document.paper where issued_by = 'papers-cli' order by serial`,
  );
async function filesOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(await readFile(path));
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

test('killed on the way and run again: every parcel has one paper, and the zip holds each as it was signed', async () => {
  for (let i = 0; i < 3; i += 1) await stage.plot();
  const [{ n }] = (await stage.query<{ n: number }>(
    `select count(*)::int as n from cadastre.current_parcel where commune_code = '99001'`,
  )) as [{ n: number }];
  assert.ok(n >= 6);
  const out = join(folder, 'commune.zip');
  const killed = await runPapers(out, 3);
  assert.equal(killed.signal, 'SIGKILL', killed.said);
  const early = await papers();
  assert.ok(early.length >= 3 && early.length < n, `${early.length} of ${n}: ${killed.said}`);
  await assert.rejects(access(out), 'half a zip is none');

  const done = await runPapers(out);
  assert.equal(done.code, 0, done.said);
  const all = await papers();
  assert.equal(all.length, n, 'one for each parcel');
  assert.deepEqual(
    all.filter(({ serial }) => early.some((one) => one.serial === serial)),
    early,
    'those made before are kept',
  );
  const files = await filesOf(out);
  assert.equal(files.size, n + 1);
  for (const { serial, sha256 } of notEmpty(all))
    assert.equal(
      createHash('sha256')
        .update(files.get(`${serial}.pdf`)!)
        .digest('hex'),
      sha256,
    );
  const index = files.get('index.csv')!.toString().trim().split(/\r?\n/);
  assert.equal(index.length, n + 1);
  for (const { serial, sha256 } of all) assert.ok(index.some((line) => line.includes(serial) && line.includes(sha256)));
});

test('what is asked wrongly is said with the way it is asked', async () => {
  const child = spawn(process.execPath, [ADMIN, 'papers', '--commune', '99001', '--out', 'a.zip', '--kind', 'deed'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = buffer(child.stderr);
  const [code] = await once(child, 'close');
  assert.equal(code, 1);
  assert.match((await said).toString(), /--kind needs one of map_extract/);
});
