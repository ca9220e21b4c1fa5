import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RaisedParcel } from '../../../api/dealings.ts';
import { areasOf, sayAreas, sharers } from './legal-areas.ts';

const raised = (role: RaisedParcel['role'], legalAreaM2: number | null) => ({ role, legalAreaM2 }) as RaisedParcel;

test('the areas to type over are those of the parts, as they were shared; neighbours share nothing', () => {
  const raises = [raised('raised', 1200.5), raised('raised', null), raised('neighbour', 9)];
  assert.equal(sharers(raises).length, 2);
  assert.deepEqual(areasOf('cut', raises, 'vi'), { of: 'cut', areas: ['1200,50', ''], reason: '' });
  assert.deepEqual(areasOf('cut', raises, 'en').areas, ['1200.50', '']);
});

test('what is typed is read in either manner; what is no area is not sent, and no reason is no text', () => {
  const typed = { of: 'cut', areas: ['1.200,50', '99.5'], reason: '  ' };
  assert.deepEqual(sayAreas(typed), { legalAreasM2: [1200.5, 99.5] });
  assert.deepEqual(sayAreas({ ...typed, reason: ' Theo thoả thuận ' }), {
    legalAreasM2: [1200.5, 99.5],
    reason: 'Theo thoả thuận',
  });
  for (const odd of ['', '0', '1.5x']) assert.equal(sayAreas({ ...typed, areas: ['1', odd] }), null, odd);
});
