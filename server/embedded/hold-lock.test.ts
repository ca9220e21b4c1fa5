import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { holdLock } from './hold-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'diaba-lock-'));
after(() => rmSync(folder, { recursive: true }));

test('a lock is held once, and free again when given back', () => {
  const file = join(folder, 'lock');
  const unlock = holdLock(file);
  assert.ok(unlock);
  assert.equal(holdLock(file), undefined);
  unlock();
  const again = holdLock(file);
  assert.ok(again);
  again();
});

test('a lock whose folder is gone cannot be had', () => {
  assert.equal(holdLock(join(folder, 'gone', 'lock')), undefined);
});
