import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localPath } from './local-path.ts';

test('a path of ours stays, with its query', () => {
  for (const path of ['/', '/parcels/1?at=2026-01-01', '/search?q=t%E1%BB%9D+12', '/a#b']) {
    assert.equal(localPath(path), path);
  }
});
test('what leads elsewhere becomes the first page', () => {
  for (const path of [
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\r\nset-cookie: x',
    '/x\\y',
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example/b',
    '/%2e%2E//evil.example',
  ])
    assert.equal(localPath(path), '/', String(path));
});
test('whatever is given, a browser stays here', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const path = localPath(`/${text}`);
      return new URL(path, 'https://here.example').origin === 'https://here.example' && !/[\r\n]/.test(path);
    }),
    { seed: 5 },
  );
});
test('whatever dots and slashes are given, a browser stays here', () => {
  const part = fc.constantFrom('.', '/', '%2e', '%2F', '\\', 'a', '?', '#', ':', '@', ' ');
  fc.assert(
    fc.property(fc.string({ unit: part, maxLength: 12 }), (text) => {
      const path = localPath(`/${text}evil.example`);
      return new URL(path, 'https://here.example').origin === 'https://here.example';
    }),
    { seed: 5, numRuns: 2000 },
  );
});
