import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { FIELDS, readAll, withParts } from './fixture-shapefile.ts';
import { writeShapefile } from './write-shapefile.ts';
import { zipFiles } from './zip-files.ts';

type Ring = [number, number][];
const clockwise = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];
const turned = (ring: Ring): Ring => [...ring].reverse();
const flat = (ring: Ring) => Float64Array.from(ring.flat());

async function ringsOf(rings: Ring[], raw = false) {
  const bytes = writeShapefile({ fields: FIELDS, rows: [{ rings, cells: [1, 2, 'x'], raw }] });
  const { rows } = await withParts(bytes, readAll);
  const shape = rows[0]?.shape;
  return shape?.kind === 'polygon' ? shape.parts : shape;
}

test('outer rings turn clockwise and holes the other way, however they were given', async () => {
  const [outer, hole, island, apart] = [
    clockwise(0, 0, 100),
    clockwise(10, 10, 50),
    clockwise(20, 20, 10),
    clockwise(200, 0, 10),
  ];
  const expected = [flat(outer), flat(turned(hole)), flat(island), flat(apart)];
  assert.deepEqual(await ringsOf([outer, hole, island, apart]), expected);
  assert.deepEqual(await ringsOf([turned(outer), turned(hole), turned(island), turned(apart)]), expected);
});

test('rings are closed, unless a fault is wanted', async () => {
  const open = clockwise(0, 0, 5).slice(0, -1);
  assert.deepEqual(await ringsOf([open]), [flat(clockwise(0, 0, 5))]);
  assert.deepEqual(await ringsOf([open], true), [flat(open)]);
});

test('cells are set as old programs set them, and what does not fit is refused or starred', () => {
  const fields = [
    { name: 'SO', type: 'N', length: 7, decimals: 1 },
    { name: 'TEN', type: 'C', length: 4, decimals: 0 },
  ];
  const cells = (number: number | null, text: string | Uint8Array | null) =>
    writeShapefile({ fields, rows: [{ rings: null, cells: [number, text] }] }).dbf.toString('latin1', 97);
  assert.equal(cells(340.25, 'ab'), `   340.3ab  \u001a`);
  assert.equal(cells(99_999.9, Uint8Array.of(0xd4)), ` 99999.9\u00d4   \u001a`);
  assert.equal(cells(1_000_000, null), ` *******    \u001a`); // the N(7,1) area column of old sheets, overflowing
  assert.throws(() => cells(1, 'ấm'), /encode/);
  assert.throws(() => cells(1, 'abcde'), /width of 4/);
});

test('a zip has the same bytes in every time zone', async () => {
  const here = await zipFiles([{ name: 'a.txt', bytes: Buffer.from('x') }]);
  const script = `import { zipFiles } from ${JSON.stringify(new URL('./zip-files.ts', import.meta.url).href)};
    process.stdout.write((await zipFiles([{ name: 'a.txt', bytes: Buffer.from('x') }])).toString('hex'));`;
  for (const TZ of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles']) {
    const options = { encoding: 'utf8', env: { ...process.env, TZ } } as const;
    assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', script], options), here.toString('hex'));
  }
});
