import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { findBarredPackages } from './check/barred-packages.ts';
import { findBadLicences, meetsLicences } from './check/licences.ts';
import { lintLockfile, readLockfile } from './check/lockfile.ts';
import { findOldVersions } from './check/min-versions.ts';
import { ROOT } from './check/run-tool.ts';

const entry = { version: '1.2.3', integrity: 'sha512-x' };

test('the lock of this project is pinned, names no host and meets the minimum versions', () => {
  const lock = readLockfile();
  assert.ok(Object.keys(lock.packages).length > 100);
  assert.deepEqual([...lintLockfile(lock), ...findOldVersions(lock)], []);
});

test('an entry without digest, with a host or linked is named', () => {
  const complaints = lintLockfile({
    lockfileVersion: 3,
    packages: {
      '': {},
      'node_modules/good': entry,
      'node_modules/bare': { version: '1.2.3' },
      'node_modules/hosted': { ...entry, resolved: 'https://mirror.example/hosted.tgz' },
      'node_modules/linked': { ...entry, link: true },
    },
  });
  assert.equal(complaints.length, 3);
  for (const name of ['bare', 'hosted', 'linked'])
    assert.ok(
      complaints.some((complaint) => complaint.includes(name)),
      name,
    );
});

test('a version below its limit, at its upper limit, nested or absent is named', () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      'node_modules/a': { ...entry, version: '1.2.10' },
      'node_modules/b/node_modules/a': { ...entry, version: '1.2.9' },
      'node_modules/b': { ...entry, version: '7.0.0' },
    },
  };
  assert.deepEqual(findOldVersions(lock, { a: { from: '1.2.10', why: 'x' } }), [
    'a 1.2.9 is outside 1.2.10 or newer: x',
  ]);
  assert.equal(findOldVersions(lock, { b: { from: '6.0.0', below: '7.0.0', why: 'y' } }).length, 1);
  assert.equal(findOldVersions(lock, { c: { from: '1.0.0', why: 'z' } }).length, 1);
});

test('the production tree has no package that only the tests of others need, and none with a known hole', () => {
  assert.deepEqual(findBarredPackages(readLockfile()), []);
  const packages = {
    '': entry,
    'node_modules/axios': entry,
    'node_modules/a/node_modules/elliptic': { ...entry, optional: true },
    'node_modules/b': { ...entry, name: 'chromedriver' },
    'node_modules/jwk-to-pem': { ...entry, name: '@favware/skip-dependency' },
    'node_modules/c/node_modules/axios': { ...entry, dev: true },
  };
  assert.deepEqual(
    findBarredPackages({ packages }).map((complaint) => complaint.split(' ')[1]),
    ['node_modules/axios', 'node_modules/a/node_modules/elliptic', 'node_modules/b'],
  );
});

test('every package of the lock is under an allowed licence, and installed under the one that the lock says', () => {
  assert.deepEqual(findBadLicences(readLockfile()), []);
});

test('a licence that is forbidden, unknown, missing or no expression is named', () => {
  for (const good of ['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND (Zlib OR AGPL-3.0-only)', 'GPL-2.0-only AND MIT OR ISC'])
    assert.equal(meetsLicences(good), true, good);
  for (const bad of [
    '',
    'GPL-3.0-only',
    'MIT AND GPL-3.0-only',
    'MIT OR',
    '(MIT',
    'MIT ISC',
    'SEE LICENSE IN X',
    'mit)',
  ])
    assert.equal(meetsLicences(bad), false, bad);
  const packages = {
    '': entry,
    'node_modules/good': { ...entry, license: 'MIT' },
    'node_modules/a/node_modules/viral': { ...entry, license: 'AGPL-3.0-only', dev: true },
    'node_modules/silent': entry,
    'node_modules/combine-errors': { ...entry, version: '3.0.4' },
  };
  assert.deepEqual(findBadLicences({ packages }), [
    'package-lock.json: node_modules/a/node_modules/viral is under AGPL-3.0-only, which is not allowed',
    'package-lock.json: node_modules/silent names no licence',
    'package-lock.json: node_modules/combine-errors names no licence',
  ]);
});

test('a package installed under another licence than the lock says, or without the page that said it, is named', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'licences-'));
  t.after(() => rm(root, { recursive: true }));
  const packages = {
    'node_modules/moved': { ...entry, license: 'MIT' },
    'node_modules/combine-errors': { ...entry, version: '3.0.3' },
    'node_modules/of-another-platform': { ...entry, license: 'MIT' },
  };
  for (const [path, facts] of [
    ['node_modules/moved', { license: 'GPL-3.0-only' }],
    ['node_modules/combine-errors', {}],
  ] as const) {
    await mkdir(join(root, path), { recursive: true });
    await writeFile(join(root, path, 'package.json'), JSON.stringify(facts));
  }
  assert.deepEqual(findBadLicences({ packages }, root), [
    'node_modules/moved is under "GPL-3.0-only", but package-lock.json says MIT',
    'node_modules/combine-errors lacks Readme.md, which said its licence',
  ]);
});

test('the command of the manual lists every package that something asks for as CycloneDX', async () => {
  const manual = await readFile(join(ROOT, 'docs/operations.md'), 'utf8');
  const [command = '', ...args] = /^(npm sbom .*?)(?: > \S+)?$/m.exec(manual)?.[1]?.split(' ') ?? [];
  const { stdout } = await promisify(execFile)(command, args, { cwd: ROOT, maxBuffer: 64 * 2 ** 20 });
  const { bomFormat, components } = JSON.parse(stdout) as { bomFormat: string; components: { purl: string }[] };
  assert.equal(bomFormat, 'CycloneDX');
  const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
  const { packages } = readLockfile();
  const asked = new Set(
    Object.values(packages).flatMap((of) =>
      Object.keys({
        ...of.dependencies,
        ...of.devDependencies,
        ...of.optionalDependencies,
        ...of.peerDependencies,
      }),
    ),
  );
  // What nothing asks for any more is not installed, and npm does not list it.
  const nameAt = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const locked = Object.entries(packages).filter(([path]) => path !== '' && asked.has(nameAt(path)));
  assert.ok(locked.length > 500);
  const purls = locked.map(([path, { name, version }]) => `pkg:npm/${name ?? nameAt(path)}@${version}`);
  assert.deepEqual(
    purls.filter((purl) => !listed.has(purl)),
    [],
  );
});
