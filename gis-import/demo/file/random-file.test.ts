import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { TEXT_ENCODINGS } from '../../../server/domain/encoding/codec.ts';
import { randomLegacyFile } from './random-file.ts';

const EXTENTS = [
  { code: '99001', minLon: 106.18, minLat: 21.24, maxLon: 106.24, maxLat: 21.32 },
  { code: '99002', minLon: 106.24, minLat: 21.24, maxLon: 106.28, maxLat: 21.32 },
];
const missing = spawnSync('ogrinfo', ['--version']).error !== undefined;

test('the same seed gives the same file', async () => {
  for (let seed = 0; seed < 20; seed++) {
    const [one, two] = [await randomLegacyFile(seed, EXTENTS), await randomLegacyFile(seed, EXTENTS)];
    assert.ok(one.zip.equals(two.zip), `seed ${seed}`);
    assert.deepEqual(one.truth, two.truth);
  }
});

test('three hundred files show every encoding, lie and damage, and some have none', async () => {
  const truths = [];
  for (let seed = 0; seed < 300; seed++) truths.push((await randomLegacyFile(seed, EXTENTS)).truth);
  assert.deepEqual(new Set(truths.map(({ encoding }) => encoding)), new Set(TEXT_ENCODINGS));
  assert.deepEqual([...new Set(truths.flatMap(({ lies }) => lies))].sort(), ['axes', 'cpg', 'prj']);
  assert.ok(new Set(truths.map(({ srid }) => srid)).size >= 18);
  assert.ok(new Set(truths.flatMap(({ damages }) => damages)).size >= 15);
  const whole = truths.filter(({ damages }) => damages.length === 0).length;
  assert.ok(whole > 60 && whole < 200, `${whole} without damage`);
  for (const { records, refused, damages } of truths) {
    assert.ok(records >= 20 && records <= 400);
    assert.equal(
      refused,
      damages.some((name) => ['shp.truncated', 'dbf.truncated', 'dbf.fewer_rows'].includes(name)),
    );
  }
});

test('ogrinfo counts the records that were written, where the file is whole', async (t) => {
  if (missing && !process.env.CI) return t.skip('ogrinfo (package gdal-bin) is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'random-file-'));
  t.after(() => rm(folder, { recursive: true }));
  let counted = 0;
  for (let seed = 0; seed < 25; seed++) {
    const { zip, truth } = await randomLegacyFile(seed, EXTENTS);
    // Without .shx, ogrinfo cannot open a shapefile inside a zip.
    if (truth.refused || truth.damages.includes('shx.missing')) continue;
    await writeFile(join(folder, `${seed}.zip`), zip);
    const said = execFileSync('ogrinfo', ['-al', '-so', `/vsizip/${join(folder, `${seed}.zip`)}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    assert.match(said, new RegExp(`Feature Count: ${truth.records}\\n`), `seed ${seed}: ${truth.damages}`);
    counted++;
  }
  assert.ok(counted > 15, `${counted} counted`);
});
