import assert from 'node:assert/strict';
import { test } from 'node:test';
import { landAfter, type Member } from './land-after.ts';

const land = (...names: string[]) => names.map((name) => ({ parcelId: name, no: name, sheet: '7' }));
const raised = (role: Member['raises'][number]['role'], ...names: string[]) =>
  land(...names).map((one) => ({ ...one, role }));
const names = (members: readonly Member[]) => landAfter(members).map(({ parcelId }) => parcelId);

const SPLIT: Member = { targets: land('a'), raises: [...raised('raised', 'b', 'c'), ...raised('neighbour', 'n')] };
const MERGE: Member = { targets: land('b', 'n'), raises: raised('raised', 'w') };
const SALE: Member = { targets: land('w'), raises: [] };

test('what a dealing makes is there for the next, and what it was made of is not; a neighbour is nobody’s to deal with', () => {
  assert.deepEqual(names([SPLIT]), ['b', 'c']);
  assert.deepEqual(names([SPLIT, MERGE]), ['c', 'w']);
  assert.deepEqual(names([SPLIT, MERGE, SALE]), ['c', 'w']);
  assert.deepEqual(names([SALE]), ['w']);
});

test('a parcel that goes on under its name stays', () => {
  assert.deepEqual(names([{ targets: land('a', 'b'), raises: raised('changed', 'a', 'b') }]), ['a', 'b']);
});
