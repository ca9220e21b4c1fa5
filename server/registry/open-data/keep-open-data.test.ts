import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { openDataStore } from './keep-open-data.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-data-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (atMost = 10, atOnce = 2) => openDataStore({ folder, atMost, atOnce });
const never = new AbortController().signal;
const writes = (text: string, count = { made: 0 }) => ({
  count,
  make: async (path: string) => {
    count.made += 1;
    await writeFile(path, text);
  },
});

async function read(store: ReturnType<typeof open>, wanted: Parameters<ReturnType<typeof open>['take']>[0]) {
  const file = await store.take(wanted, never);
  const text = await file.readFile('utf8');
  await file.close();
  return text;
}

test('made once for all who ask, at once or later', async () => {
  const { make, count } = writes('a');
  const wanted = { family: 'x.csv', version: '1', make };
  const store = open();
  assert.deepEqual(await Promise.all([read(store, wanted), read(store, wanted), read(store, wanted)]), ['a', 'a', 'a']);
  assert.equal(await read(store, wanted), 'a');
  assert.equal(count.made, 1);
});

test('a new state replaces the old one, and no other family', async () => {
  const store = open();
  await read(store, { family: 'x.csv', version: '1', ...writes('a') });
  await read(store, { family: 'x.gpkg', version: '1', ...writes('b') });
  const old = await store.take({ family: 'x.csv', version: '1', ...writes('?') }, never);
  await read(store, { family: 'x.csv', version: '2', ...writes('c') });
  assert.deepEqual((await readdir(folder)).sort(), ['x.csv.2', 'x.gpkg.1']);
  assert.equal(await old.readFile('utf8'), 'a', 'who reads the old one reads on');
  await old.close();
});

test('bounded in number: the longest unused go', async () => {
  const store = open(2);
  for (const [i, family] of ['a', 'b'].entries()) {
    await read(store, { family, version: '1', ...writes(family) });
    await utimes(join(folder, `${family}.1`), 1000 + i, 1000 + i);
  }
  await read(store, { family: 'a', version: '1', ...writes('?') });
  await read(store, { family: 'c', version: '1', ...writes('c') });
  assert.deepEqual((await readdir(folder)).sort(), ['a.1', 'c.1']);
});

test('the work stops with the last who asked, leaves nothing, and can be asked for again', async () => {
  const store = open();
  const [first, second] = [new AbortController(), new AbortController()];
  let stopped: AbortSignal | undefined;
  let begun: () => void = () => undefined;
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const make = async (path: string, signal: AbortSignal) => {
    stopped = signal;
    await writeFile(path, 'half');
    begun();
    if (!signal.aborted) await once(signal, 'abort');
    signal.throwIfAborted();
  };
  const wanted = { family: 'x', version: '1', make };
  const asked = [store.take(wanted, first.signal), store.take(wanted, second.signal)];
  await hasBegun;
  first.abort();
  await assert.rejects(asked[0]!, { name: 'AbortError' });
  assert.equal(stopped?.aborted, false, 'somebody waits still');
  second.abort();
  await assert.rejects(asked[1]!, { name: 'AbortError' });
  assert.equal(stopped?.aborted, true);
  assert.equal(await read(store, { ...wanted, ...writes('whole') }), 'whole');
  await store.close();
  assert.deepEqual(await readdir(folder), ['x.1']);
});

test('a failure reaches all who asked; the next one tries anew', async () => {
  const store = open();
  const fails = { family: 'x', version: '1', make: () => Promise.reject(new Error('disk full')) };
  const results = await Promise.allSettled([store.take(fails, never), store.take(fails, never)]);
  assert.deepEqual(
    results.map((result) => result.status),
    ['rejected', 'rejected'],
  );
  assert.equal(await read(store, { ...fails, ...writes('a') }), 'a');
});

test('no more at once than allowed', async () => {
  const store = open(10, 2);
  let running = 0;
  let most = 0;
  const make = async (path: string) => {
    running += 1;
    most = Math.max(most, running);
    await writeFile(path, 'a');
    running -= 1;
  };
  const all = Array.from({ length: 8 }, (_, i) => read(store, { family: `f${i}`, version: '1', make }));
  assert.equal((await Promise.all(all)).length, 8);
  assert.ok(most <= 2, String(most));
});

test('parts that a killed process left are removed', async () => {
  await writeFile(join(folder, 'x.1.999999999.ab12.part'), 'half');
  await writeFile(join(folder, `x.1.${process.pid}.ab12.part`), 'being made');
  await read(open(), { family: 'y', version: '1', ...writes('a') });
  assert.deepEqual((await readdir(folder)).sort(), [`x.1.${process.pid}.ab12.part`, 'y.1']);
});
