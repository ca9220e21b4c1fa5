/**
 * The smoke test of `.ci/run`: the commands of the README as a person uses them. Dependency-free, any Node ≥ 20.
 * start: npm start until ready, a parcel, a tile, Ctrl-C, nothing left running. import: one demo sheet twice.
 * clean FOLDER: ends and removes what that clone's private databases left outside of it.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '..');
const READY_LIMIT_MS = 300_000; // contract 1: a first start on a fresh machine takes less than five minutes

/** Data folders of the private clusters of a clone: of `npm start` and of the tests. */
function listDataDirs(clone) {
  return ['var', 'var/test'].flatMap((storage) => {
    const file = path.join(clone, storage, 'embedded.json');
    return fs.existsSync(file) ? [JSON.parse(fs.readFileSync(file, 'utf8')).dataDir] : [];
  });
}

/** Processes whose command line names one of these folders. */
function listProcesses(folders) {
  return fs.readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid || Number(pid) === process.ppid) return false;
    try {
      const words = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return words.some((word) => folders.some((folder) => word === folder || word.startsWith(`${folder}/`)));
    } catch (error) {
      if (error.code === 'ENOENT' || error.code === 'ESRCH') return false;
      throw error;
    }
  });
}

async function nothingRuns(folders, limitMs) {
  for (const until = Date.now() + limitMs; ; await delay(100)) {
    const left = listProcesses(folders);
    if (left.length === 0 || Date.now() > until) return left;
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function waitUntilReady(base, child) {
  for (const until = Date.now() + READY_LIMIT_MS; Date.now() < until; await delay(250)) {
    assert.equal(child.exitCode, null, 'npm start ended before it was ready');
    const reply = await fetch(`${base}/health/ready`).catch(() => undefined); // refused until it listens
    if (reply?.status === 200) return;
  }
  assert.fail('not ready in time');
}

async function getJson(url) {
  const reply = await fetch(url);
  assert.equal(reply.status, 200, url);
  return reply.json();
}

/** Web Mercator tile that holds a point given in degrees. */
function tileAt([longitude, latitude], z) {
  const n = 2 ** z;
  const phi = (latitude * Math.PI) / 180;
  return [
    z,
    Math.floor(((longitude + 180) / 360) * n),
    Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * n),
  ];
}

async function smokeStart() {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const began = Date.now();
  // A process group of its own, so that the interrupt below reaches all of it, as a terminal's Ctrl-C does.
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    stdio: 'inherit',
    detached: true,
  });
  const ended = once(child, 'exit');
  try {
    await waitUntilReady(base, child);
    console.log(`ready after ${Date.now() - began} ms`);
    const { items } = await getJson(`${base}/api/portal/parcels?commune=99001&limit=1`);
    const parcel = await getJson(`${base}/api/portal/parcels/${items[0].id}`);
    assert.equal(parcel.commune.code, '99001');
    const point = parcel.geometry.coordinates.flat(parcel.geometry.type === 'Polygon' ? 1 : 2)[0];
    const tile = await fetch(`${base}/tiles/parcels/${tileAt(point, 16).join('/')}.mvt`);
    assert.equal(tile.status, 200);
    const bytes = Buffer.from(await tile.arrayBuffer());
    assert.ok(bytes.includes('parcels') && bytes.includes(parcel.code), 'the tile holds the parcel');
    console.log(`parcel ${parcel.code}, tile of ${bytes.length} bytes`);
  } finally {
    if (child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    await ended;
  }
  const left = await nothingRuns([root, ...listDataDirs(root)], 10_000);
  assert.deepEqual(left, [], 'Ctrl-C leaves nothing running');
}

function smokeImport() {
  const manifest = fs.globSync
    ? fs.globSync('var/**/manifest.json', { cwd: root })[0]
    : fs
        .readdirSync(path.join(root, 'var'), { recursive: true })
        .map((name) => `var/${name}`)
        .find((name) => name.endsWith('/manifest.json'));
  assert.ok(manifest, 'npm start has written the demo sheets');
  const [sheet] = JSON.parse(fs.readFileSync(path.join(root, manifest), 'utf8')).sheets;
  const options = Object.entries(sheet.options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const file = path.join(path.dirname(manifest), sheet.zip);
  const reports = [1, 2].map((round) => {
    const report = path.join(root, 'var', `smoke-${round}.json`);
    const args = ['run', 'import', '--', file, ...options, '--exclude-errors', '--promote', '--json', report];
    const done = spawnSync('npm', args, { cwd: root, stdio: 'inherit' });
    assert.equal(done.status, 0, `npm ${args.join(' ')}`);
    return JSON.parse(fs.readFileSync(report, 'utf8'));
  });
  for (const { status, counts } of reports) {
    assert.equal(status, 'promoted');
    assert.equal(counts.read, counts.valid + counts.warned + counts.blocked + counts.refused + counts.ignored);
    assert.equal(counts.read, sheet.records);
  }
  assert.equal(reports[0].batchId, reports[1].batchId, 'the same file is the same batch');
}

async function clean(clone) {
  const dataDirs = listDataDirs(clone);
  for (const pid of listProcesses([clone])) process.kill(Number(pid), 'SIGTERM');
  await nothingRuns([clone, ...dataDirs], 30_000);
  for (const folder of dataDirs)
    if (/^\/var\/lib\/diaba\/[0-9a-f]{16}$/.test(folder)) fs.rmSync(folder, { recursive: true, force: true });
}

const [what, folder] = process.argv.slice(2);
if (what === 'start') await smokeStart();
else if (what === 'import') smokeImport();
else if (what === 'clean') await clean(folder);
else throw new Error('start, import or clean FOLDER');
