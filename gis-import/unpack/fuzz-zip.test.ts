/** Random damage to a zip: unpacking ends, and writes nothing but its own names. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { goodParts } from '../demo/file/fixture-shapefile.ts';
import { zipFiles } from '../demo/file/zip-files.ts';
import { openSource } from './open-source.ts';

test('a damaged zip ends as a set or as a refusal', { timeout: 120_000 }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-zip-'));
  t.after(() => rm(folder, { recursive: true }));
  const whole = await zipFiles(Object.entries(goodParts(6)).map(([kind, bytes]) => ({ name: `a.${kind}`, bytes })));
  const change = fc.record({
    kind: fc.constantFrom('flip', 'integer', 'cut', 'splice'),
    // the directory at the end is where the decisions are
    where: fc.oneof(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.double({ min: 0.7, max: 0.9999, noNaN: true })),
    value: fc.constantFrom(0, 1, 0xff, 0xffff, 0x7fffffff, 0xffffffff, 0x80000000),
  });
  let round = 0;
  const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
    let bytes = Buffer.from(whole);
    for (const { kind, where, value } of changes) {
      const at = Math.floor(where * bytes.length);
      if (kind === 'flip' && bytes.length > 0) bytes[at] = bytes[at]! ^ (value & 0xff || 1);
      if (kind === 'integer' && at + 4 <= bytes.length) bytes.writeUInt32LE(value, at);
      if (kind === 'cut') bytes = bytes.subarray(0, at);
      if (kind === 'splice')
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at >> 1, at), bytes.subarray(at)]);
    }
    const scratch = join(folder, String(++round));
    await mkdir(scratch);
    await writeFile(`${scratch}.zip`, bytes);
    try {
      const opened = await openSource(`${scratch}.zip`, scratch);
      assert.equal(opened.kind, 'shapefile');
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
    }
    assert.deepEqual(
      (await readdir(scratch)).filter((name) => !/^part\.(shp|shx|dbf)$/.test(name)),
      [],
    );
    await rm(scratch, { recursive: true });
    await rm(`${scratch}.zip`);
  });
  await fc.assert(property, { seed: 11, numRuns: 1500 });
  assert.deepEqual(await readdir(folder), []);
});
