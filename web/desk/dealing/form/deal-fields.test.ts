import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ParcelRights } from '../../../api/parcels.ts';
import { type DealFields, emptyParty, givenShare, sayDeal, startFields } from './deal-fields.ts';

const right = (rightId: string, share: string) => ({
  rightId,
  partyId: `p-${rightId}`,
  holder: `Người Mẫu ${rightId}`,
  kind: 'use' as const,
  share,
  certificateSerial: null,
  verified: true,
  until: null,
  registeredAt: '2026-01-01T00:00:00Z',
  raisedBy: 'd',
});
const rightsOf = (...shares: readonly string[]): ParcelRights => ({
  rights: shares.map((share, at) => right(String(at + 1), share)),
  mortgages: [],
  caveats: [],
  leases: [],
  restrictions: [],
});
const filled = (rights: ParcelRights, change: Partial<DealFields> = {}): DealFields => ({
  ...startFields('transfer', rights),
  parties: [{ ...emptyParty(), name: '  Lê   Thị Mẫu ' }],
  documentNo: '45/2026',
  documentDate: '2026-11-02',
  ...change,
});

test('one new holder gets exactly what is given, in exact fractions', () => {
  const rights = rightsOf('1/3', '1/6', '1/2');
  assert.equal(givenShare(startFields('transfer', rights), rights), '1');
  const two = filled(rights, { rightIds: ['1', '2'], shares: { '1': '1/4' } });
  assert.equal(givenShare(two, rights), '5/12');
  assert.deepEqual(sayDeal('transfer', two, rights).payload, {
    cause: 'sale',
    from: [{ rightId: '1', share: '1/4' }, { rightId: '2' }],
    to: [{ party: { kind: 'person', name: 'Lê Thị Mẫu' }, share: '5/12' }],
    document: { no: '45/2026', date: '2026-11-02' },
  });
});

test('holders who each have the whole hold it together, and give one whole', () => {
  const rights = rightsOf('1', '1');
  assert.equal(givenShare(startFields('transfer', rights), rights), '1');
});

test('several new holders each name their share', () => {
  const rights = rightsOf('1');
  const parties = [
    { ...emptyParty(), name: 'A Mẫu', share: '1/3' },
    { ...emptyParty(), name: 'B Mẫu' },
  ];
  assert.deepEqual(sayDeal('transfer', filled(rights, { parties }), rights).missing, ['form.share']);
});

test('every field that is missing or of no form is named once', () => {
  const rights = rightsOf('1');
  const start = startFields('transfer', rights);
  assert.deepEqual(sayDeal('transfer', start, rights), {
    payload: null,
    missing: ['form.name', 'form.documentNo', 'form.documentDate'],
  });
  const odd = filled(rights, { parties: [{ ...emptyParty(), name: 'A', identity: '12 34' }] });
  assert.deepEqual(sayDeal('transfer', odd, rights).missing, ['form.identity']);
  assert.deepEqual(sayDeal('mortgage_release', filled(rights), rights).missing, ['form.mortgage']);
  assert.deepEqual(sayDeal('caveat_placement', filled(rights), rights).missing, ['form.effects']);
});

test('a caveat without an end says none; a mortgage burdens the rights that were chosen', () => {
  const rights = rightsOf('1/2', '1/2');
  const caveat = sayDeal('caveat_placement', filled(rights, { effects: ['split'] }), rights).payload;
  assert.deepEqual(caveat, { effects: ['split'], document: { no: '45/2026', date: '2026-11-02' } });
  const mortgage = sayDeal('mortgage_registration', filled(rights, { rightIds: ['2'] }), rights).payload;
  assert.deepEqual(mortgage?.rightIds, ['2']);
});
