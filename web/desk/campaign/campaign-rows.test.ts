import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BatchSummary } from '../../../server/domain/contract/batch-shapes.ts';
import { campaignRows } from './campaign-rows.ts';

const batch = (id: string, code: string, sheets: string[], status: string, createdAt: string) =>
  ({ id, commune: { code, name: `Xã ${code}` }, sheets, status, createdAt }) as BatchSummary;

test('one row a sheet of a commune, in the order of their numbers', () => {
  const rows = campaignRows([
    batch('a', '99001', ['10', '9'], 'validated', '2026-01-01'),
    batch('b', '99002', ['10'], 'promoted', '2026-01-02'),
  ]);
  assert.deepEqual(
    rows.map(({ commune, sheet, batch: { id } }) => [commune, sheet, id]),
    [
      ['Xã 99001', '9', 'a'],
      ['Xã 99001', '10', 'a'],
      ['Xã 99002', '10', 'b'],
    ],
  );
});

test('the latest that lives stands for a sheet; an ended one only where there is nothing else', () => {
  const [row, ...rest] = campaignRows([
    batch('old', '99001', ['1'], 'promoted', '2026-01-01'),
    batch('new', '99001', ['1'], 'validated', '2026-01-03'),
    batch('ended', '99001', ['1'], 'rejected', '2026-01-04'),
  ]);
  assert.deepEqual([row?.batch.id, row?.others, rest], ['new', 2, []]);
  assert.equal(campaignRows([batch('ended', '99001', ['1'], 'rejected', '2026-01-04')])[0]?.batch.id, 'ended');
});

test('a file that told no sheet stands for itself', () => {
  const rows = campaignRows([
    batch('x', '99001', [], 'refused', '2026-01-01'),
    batch('y', '99001', [], 'refused', '2026-01-02'),
  ]);
  assert.deepEqual(rows.map(({ batch: { id } }) => id).sort(), ['x', 'y']);
});
