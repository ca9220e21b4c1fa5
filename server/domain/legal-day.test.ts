import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, endOfDay } from './legal-day.ts';

test('a day ends at 17:00 UTC', () => assert.equal(endOfDay('2026-03-10').toISOString(), '2026-03-10T17:00:00.000Z'));
test('the last day of February of a leap year exists', () => assert.equal(dayOf(endOfDay('2024-02-29')), '2024-03-01'));
test('an instant before midnight of Ho Chi Minh belongs to the day before', () => {
  assert.equal(dayOf(new Date('2026-03-10T16:59:59.999Z')), '2026-03-10');
  assert.equal(dayOf(new Date('2026-03-10T17:00:00Z')), '2026-03-11');
});
for (const day of ['2026-02-30', '2026-13-01', '2026-3-1', 'today', '']) {
  test(`"${day}" is no day`, () => assert.throws(() => endOfDay(day), RangeError));
}
