import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { openTestImport } from '../server/testing/import/open-import.ts';
import { parseJob } from '../server/testing/import/parse-job.ts';
import { randomLegacyFile } from './demo/file/random-file.ts';
import type { CommuneExtent } from './demo/sheet/place-sheet.ts';
import type { ParseMessage } from './parse/parse-protocol.ts';
import { parseSource } from './parse/parse-source.ts';

/** The bar of the project: of 1,000 files made at random, 99.5 % right, and none wrong that was sure of itself. */
const FILES = 1_000;
const RIGHT = 0.995;
const SURE = 0.9;

const OGRINFO = '/usr/bin/ogrinfo';
const run = promisify(execFile);

async function readExtents(): Promise<CommuneExtent[]> {
  const text = await readFile(new URL('../migrations/data/extents-2025-07-01.csv', import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code, , minLon, minLat, maxLon, maxLat] = line.split(',');
      return {
        code: code!,
        minLon: Number(minLon),
        minLat: Number(minLat),
        maxLon: Number(maxLon),
        maxLat: Number(maxLat),
      };
    });
}

type File = Awaited<ReturnType<typeof randomLegacyFile>>;

async function importAlone(file: File, extents: readonly CommuneExtent[], folder: string) {
  const path = join(folder, 'sheet.zip');
  await writeFile(path, file.zip);
  const { communeCode, options } = file.truth;
  let rows = 0;
  let last: Exclude<ParseMessage, { type: 'progress' }> | undefined;
  const job = parseJob({
    path,
    scratchDir: join(folder, 'unpacked'),
    ground: extents.find((extent) => extent.code === communeCode)!,
    communes: [communeCode],
    landUse: ['ONT', 'LUC', 'CLN', 'HNK', 'NTS'],
    legacyLandUse: ['BHK'],
  });
  await parseSource(
    { ...job, options: { ...job.options, commune: communeCode, sheet: options.sheet ?? null, scale: options.scale } },
    () => {
      rows += 1;
      return undefined;
    },
    (message) => {
      if (message.type !== 'progress') last = message;
    },
  );
  if (!last || last.type === 'failed') throw new Error('the parser said nothing');
  return { rows, last };
}

/** Files an independent reader is shown at once, as the layers of one folder: starting it a thousand times is slow. */
const LAYERS = 50;

/** What ogrinfo counts in each layer of a folder; it may rebuild a missing index. */
async function countByOgr(folder: string): Promise<Map<string, number>> {
  const { stdout } = await run(OGRINFO, ['--config', 'SHAPE_RESTORE_SHX', 'YES', '-ro', '-al', '-so', folder], {
    maxBuffer: 64 << 20,
  });
  const counts = [...stdout.matchAll(/^Layer name: (\S+)\n(?:.*\n)*?Feature Count: (\d+)/gm)];
  return new Map(counts.map(([, layer, count]) => [layer!, Number(count)]));
}

/** Lays a readable file aside for the independent reader. */
async function layAside(folder: string, layers: string, seed: number): Promise<void> {
  for (const kind of ['shp', 'shx', 'dbf']) {
    const from = join(folder, 'unpacked', `part.${kind}`);
    if (existsSync(from)) await rename(from, join(layers, `seed${seed}.${kind}`));
  }
}

async function assertCounts(layers: string, expected: Map<string, number>): Promise<void> {
  if (expected.size === 0) return;
  assert.deepEqual(new Map([...(await countByOgr(layers))].sort()), new Map([...expected].sort()));
  await rm(layers, { recursive: true });
  await mkdir(layers);
  expected.clear();
}

/** Files whose far vertices are followed through a whole import: each takes as long as fifty that are only read. */
const FOLLOWED = 10;

test('no vertex far from where it belongs comes through without a finding, whatever the system and the scale', async () => {
  const extents = await readExtents();
  const t = await openTestImport();
  try {
    let followed = 0;
    for (let seed = 0; followed < FOLLOWED; seed++) {
      const { zip, truth } = await randomLegacyFile(seed, extents);
      if (truth.farVertices.length === 0 || truth.refused) continue;
      followed += 1;
      const { communeCode: commune, options } = truth;
      const { batchId, status } = await t.run(`seed${seed}.zip`, zip, {
        options: { commune, sheet: options.sheet ?? null, scale: options.scale },
      });
      assert.equal(status, 'validated', `seed ${seed}`);
      const marked = await t.query<{ record_no: number }>(
        `select distinct record_no from staging.finding where batch_id = $1 and record_no = any($2) and code like 'geometry.%'
           and severity <> 'info' order by record_no`,
        [batchId, truth.farVertices],
      );
      const expected = truth.farVertices.toSorted((a, b) => a - b);
      assert.deepEqual(
        marked.map((record) => record.record_no),
        expected,
        `seed ${seed}: ${truth.srid}`,
      );
    }
  } finally {
    await t.close();
  }
});

test('1,000 random legacy files: encoding and projection by evidence, counts as an independent reader has them', async (t) => {
  if (!existsSync(OGRINFO) && process.env.CI !== '1') return t.skip('needs ogrinfo (gdal-bin)');
  const extents = await readExtents();
  let judged = 0;
  const wrong = { encoding: [] as number[], projection: [] as number[] };
  const wrongButSure: number[] = [];
  const layers = await mkdtemp(join(tmpdir(), 'diaba-layers-'));
  const expected = new Map<string, number>();
  for (let seed = 0; seed < FILES; seed++) {
    const file = await randomLegacyFile(seed, extents);
    const folder = await mkdtemp(join(tmpdir(), 'diaba-random-'));
    try {
      const { rows, last } = await importAlone(file, extents, folder);
      assert.equal(last.type === 'refused', file.truth.refused, `seed ${seed}: ${JSON.stringify(file.truth.damages)}`);
      if (last.type === 'refused') continue;
      assert.equal(rows, file.truth.records, `seed ${seed}: rows`);
      assert.equal(last.summary.records, rows, `seed ${seed}: records`);
      await layAside(folder, layers, seed);
      expected.set(`seed${seed}`, rows);
      if (expected.size === LAYERS) await assertCounts(layers, expected);
      judged += 1;
      const { encoding, projection } = last.summary;
      const encodingRight = encoding?.detected === file.truth.encoding || encoding?.detected === 'ascii';
      const projectionRight =
        projection?.srid === file.truth.srid && projection.swapAxes === file.truth.lies.includes('axes');
      if (!encodingRight) wrong.encoding.push(seed);
      if (!projectionRight) wrong.projection.push(seed);
      const sure =
        (!encodingRight && encoding!.confidence >= SURE) || (!projectionRight && (projection?.confidence ?? 0) >= SURE);
      if (sure) wrongButSure.push(seed);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  await assertCounts(layers, expected);
  await rm(layers, { recursive: true });
  t.diagnostic(
    `${judged} of ${FILES} files readable; wrong encoding: ${wrong.encoding.length}, wrong projection: ${wrong.projection.length}`,
  );
  assert.ok(judged >= FILES * 0.8, `only ${judged} files were readable`);
  assert.deepEqual(wrongButSure, []);
  assert.ok(wrong.encoding.length <= judged * (1 - RIGHT), `encoding wrong in ${wrong.encoding.join(', ')}`);
  assert.ok(wrong.projection.length <= judged * (1 - RIGHT), `projection wrong in ${wrong.projection.join(', ')}`);
});
