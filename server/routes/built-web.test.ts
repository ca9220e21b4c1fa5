import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openPageFiles } from './built-web.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-web-'));
  await mkdir(join(folder, '.vite'));
});
after(() => rm(folder, { recursive: true }));

let built = 0;
/** As a build leaves it; each one later than the one before. */
async function build(text: string): Promise<void> {
  const path = join(folder, '.vite', 'manifest.json');
  await writeFile(path, text);
  built += 1;
  await utimes(path, built, built);
}
const manifest = (file: string) => JSON.stringify({ 'portal/page.ts': { file, css: [`${file}.css`] } });

test('pages name the files of the latest build, and those before while one is at work', async () => {
  const filesNow = openPageFiles(folder, 'portal/page.ts');
  assert.equal(filesNow(), undefined, 'nothing is built');
  await build(manifest('assets/one.js'));
  assert.deepEqual(filesNow(), { script: '/assets/one.js', styles: ['/assets/one.js.css'], fonts: [] });
  await build(manifest('assets/two.js'));
  assert.equal(filesNow()?.script, '/assets/two.js');
  await build('{"portal/page.ts": {');
  assert.equal(filesNow()?.script, '/assets/two.js', 'half a manifest');
  await rm(join(folder, '.vite', 'manifest.json'));
  assert.equal(filesNow()?.script, '/assets/two.js', 'a build that emptied the folder');
  await build(manifest('assets/three.js'));
  assert.equal(filesNow()?.script, '/assets/three.js');
});

test('a manifest that was broken from the start is an error, and is read again once it is whole', async () => {
  await build('{');
  const filesNow = openPageFiles(folder, 'portal/page.ts');
  assert.throws(filesNow, SyntaxError);
  await build(manifest('assets/four.js'));
  assert.equal(filesNow()?.script, '/assets/four.js');
});
