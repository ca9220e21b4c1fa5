import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { notEmpty } from '../../server/testing/not-empty.ts';
import { generateDistrict } from './generate-district.ts';
import { writeDistrict } from './write-district.ts';

const missing = spawnSync('ogrinfo', ['--version']).error !== undefined;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
});
after(async () => {
  await rm(folder, { recursive: true });
});

test('the same seed writes the same bytes, another seed others', async () => {
  const written = await writeDistrict(generateDistrict({ parcels: 400, seed: 5 }), join(folder, 'one'));
  await writeDistrict(generateDistrict({ parcels: 400, seed: 5 }), join(folder, 'two'));
  await writeDistrict(generateDistrict({ parcels: 400, seed: 6 }), join(folder, 'three'));
  const zips = [...written.sheets, ...written.waiting].map(({ name }) => name);
  const names = [...zips, 'upload/99003_to-13_1-1000.zip', 'communes.geojson', 'manifest.json'];
  for (const name of names) {
    const [one, two, three] = await Promise.all(
      ['one', 'two', 'three'].map((run) => readFile(join(folder, run, name))),
    );
    assert.ok(one!.equals(two!), name);
    assert.ok(!one!.equals(three!), name);
  }
});

test('ogrinfo opens every zip and counts the records of the manifest', async (t) => {
  if (missing && !process.env.CI) return t.skip('ogrinfo (package gdal-bin) is not installed');
  const dir = join(folder, 'counted');
  await writeDistrict(generateDistrict({ parcels: 400, seed: 5 }), dir);
  const { sheets } = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'));
  assert.equal(sheets.length, 12);
  for (const { zip, records, columns } of sheets) {
    const said = execFileSync('ogrinfo', ['-al', '-so', `/vsizip/${join(dir, zip)}`], { encoding: 'utf8' });
    assert.match(said, new RegExp(`Feature Count: ${records}\\n`), zip);
    for (const column of notEmpty(columns)) assert.match(said, new RegExp(`^${column}: `, 'm'), `${zip} ${column}`);
  }
  const boundaries = execFileSync('ogrinfo', ['-al', '-so', join(dir, 'communes.geojson')], { encoding: 'utf8' });
  assert.match(boundaries, /Feature Count: 5\n/);
});
