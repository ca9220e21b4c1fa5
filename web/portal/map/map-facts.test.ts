import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitsOf, readPageFacts, startingFocus } from './map-facts.ts';

const TODAY = '2026-11-24';
const NOTHING = { parcel: null, view: null, at: null, layers: [] };

test('a page that says nothing opens the map on nothing in particular', () => {
  assert.deepEqual(readPageFacts({}, TODAY), {
    extent: null,
    focus: null,
    selected: null,
    at: null,
    registeredSince: null,
    first: '2025-01-01',
    srid: 9214,
    projection: 3857,
    dataAsOf: null,
  });
});
test('a point goes before a box, a link before the page', () => {
  const facts = readPageFacts(
    {
      extent: '1,2,3,4',
      lat: '21.5',
      lon: '106',
      zoom: '16',
      srid: '9209',
      firstDay: '2026-03-10',
    },
    TODAY,
  );
  assert.deepEqual(facts.focus, { kind: 'centre', centre: [106, 21.5], zoom: 16 });
  assert.deepEqual([facts.srid, facts.first], [9209, '2026-03-10']);
  assert.deepEqual(startingFocus(NOTHING, facts), facts.focus);
  const view = { longitude: 107, latitude: 21, zoom: 12 };
  assert.deepEqual(startingFocus({ ...NOTHING, view }, facts), { kind: 'centre', centre: [107, 21], zoom: 12 });
});
test('a register of today still has days to choose from', () => {
  const facts = readPageFacts({ firstDay: TODAY }, TODAY);
  assert.deepEqual([facts.first, facts.registeredSince], ['2025-01-01', TODAY]);
});
test('what makes no sense counts as missing', () => {
  for (const extent of ['', '1,2,3', '1,2,3,x']) assert.equal(readPageFacts({ extent }, TODAY).focus, null, extent);
  const odd = readPageFacts({ at: 'yesterday', srid: '1', lat: '', lon: '106' }, TODAY);
  assert.deepEqual([odd.at, odd.srid, odd.focus], [null, 9214, null]);
});
test('the limits hold every box, with room around', () => {
  assert.deepEqual(limitsOf([[106, 21, 106.5, 21.5], null, [106.2, 20.5, 107, 21.2]]), [105.9, 20.4, 107.1, 21.6]);
  assert.deepEqual(limitsOf([null]), limitsOf([]));
});
