import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBarredPackages } from './check/barred-packages.ts';
import { lintLockfile, readLockfile } from './check/lockfile.ts';
import { findOldVersions } from './check/min-versions.ts';

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
