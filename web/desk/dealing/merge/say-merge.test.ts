import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Burden, EMPTY_MERGE, sayMerge } from './say-merge.ts';

const HOLDERS = [
  { partyId: 'a', name: 'Người Mẫu' },
  { partyId: 'b', name: 'Người Mẫu' },
];
const BURDENS: readonly Burden[] = [
  { id: 'm', kind: 'mortgage', name: 'Ngân hàng', documentNo: 'TC-1', documentDate: '2026-01-01' },
];
const PAPER = { documentNo: ' 12/HT ', documentDate: '2026-11-02' };

test('nothing typed says nothing: number, area and holders follow from the parcels', () => {
  assert.deepEqual(sayMerge(EMPTY_MERGE, HOLDERS, BURDENS), {});
});

test('an agreement is said once every holder has a share and its document is named', () => {
  const shares = { a: '1/3', b: '2/3' };
  assert.equal(sayMerge({ ...EMPTY_MERGE, shares }, HOLDERS, []).agreement, undefined);
  assert.equal(sayMerge({ ...EMPTY_MERGE, ...PAPER, shares: { a: '1' } }, HOLDERS, []).agreement, undefined);
  assert.deepEqual(sayMerge({ ...EMPTY_MERGE, ...PAPER, shares }, HOLDERS, []).agreement, {
    holders: [
      { partyId: 'a', share: '1/3' },
      { partyId: 'b', share: '2/3' },
    ],
    document: { no: '12/HT', date: '2026-11-02' },
  });
});

test('two entries of one person hold the whole', () => {
  assert.deepEqual(sayMerge({ ...EMPTY_MERGE, ...PAPER, sameAs: { b: 'a' } }, HOLDERS, []).agreement?.holders, [
    { partyId: 'a', share: '1', also: ['b'] },
  ]);
});

test('only burdens that are there go on', () => {
  assert.deepEqual(sayMerge({ ...EMPTY_MERGE, carries: ['m', 'gone'] }, HOLDERS, BURDENS).carries, ['m']);
});
