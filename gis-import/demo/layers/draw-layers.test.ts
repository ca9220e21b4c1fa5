import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { LAYER_THEMES } from '../../../server/domain/layer/layer-theme.ts';
import { openTestImport, type TestImport } from '../../../server/testing/import/open-import.ts';
import { notEmpty } from '../../../server/testing/not-empty.ts';
import { generateDistrict } from '../generate-district.ts';
import { bringLayers } from './bring-layers.ts';
import { drawLayers } from './draw-layers.ts';
import { writeLayers } from './write-layers.ts';

const DEMO = { parcels: 400, seed: 5 } as const;
let t: TestImport;
let folder: string;
before(async () => {
  t = await openTestImport();
  folder = await mkdtemp(join(tmpdir(), 'demo-layers-'));
});
after(async () => {
  await t.close();
  await rm(folder, { recursive: true });
});

const draw = (seed = 5) => drawLayers(generateDistrict(DEMO), seed);

test('the same district and seed give the same bytes, another seed others', async () => {
  const digest = async (seed: number, run: string) => {
    const written = await writeLayers(draw(seed), join(folder, run));
    const bytes = await Promise.all(notEmpty(written).map(({ path }) => readFile(path)));
    return createHash('sha256').update(Buffer.concat(bytes)).digest('hex');
  };
  const first = await digest(5, 'one');
  assert.equal(await digest(5, 'two'), first);
  assert.notEqual(await digest(6, 'three'), first);
});

test('there is one of each theme, and all of it is brought in whole, twice without a change', async () => {
  const layers = draw();
  assert.deepEqual(
    layers.map(({ facts }) => facts.theme).sort(),
    LAYER_THEMES.filter((theme) => theme !== 'other').sort(),
  );
  const written = await writeLayers(layers, join(folder, 'brought'));
  const heard: number[] = [];
  for (let run = 0; run < 2; run += 1) await bringLayers(t.context, written, (_, shapes) => heard.push(shapes));
  assert.deepEqual(
    heard.slice(0, 7),
    layers.map(({ features }) => features.length),
  );
  const rows = await t.query<{ code: string; features: number; withheld: number }>(
    `select e.layer_code as code, count(*)::int as features, count(*) filter (where public_category is null or public_name is null and name is not null)::int as withheld
     from thematic.edition e join thematic.feature using (edition_id) where e.status = 'in_force' group by 1`,
  );
  assert.deepEqual(
    rows
      .map(({ code, features, withheld }) => ({ code, features, withheld }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    layers
      .map(({ facts, features }) => ({ code: facts.code, features: features.length, withheld: 0 }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  );
});
