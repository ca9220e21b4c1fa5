import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeDossiers } from './write-dossiers.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-dossiers-'));
});
after(() => rm(folder, { recursive: true }));

async function written(into: string) {
  const files = await writeDossiers({ dossiers: 1, seed: 7, folder: join(folder, into) });
  const names = (await readdir(join(folder, into))).sort();
  const digests = names.map(async (name) =>
    createHash('sha256')
      .update(await readFile(join(folder, into, name)))
      .digest('hex'),
  );
  return { files, names, digests: await Promise.all(digests) };
}

test('dossiers are written as a scanner leaves them, with what stands on them, the same for the same seed', async () => {
  const first = await written('a');
  assert.equal(first.names.length, first.files + 1);
  assert.deepEqual(
    first.names.filter((name) => !/^ho-so-0001(-\d+)?\.(pdf|tif|jpg)$/.test(name)),
    ['truth.csv'],
  );
  const truth = await readFile(join(folder, 'a', 'truth.csv'), 'utf8');
  assert.match(truth, /^\ufefffile,paper,kind,pages,field,value,byHand\r?\n/);
  assert.match(truth, /^ho-so-0001[^,]*,\d,certificate_\w+,\d,serial,[^,]+,false\r?$/m);
  assert.deepEqual((await written('b')).digests, first.digests);
});
