import assert from 'node:assert/strict';
import test from 'node:test';
import { formatDay, formatLegalMoment, formatMoment } from './format-day.ts';

test('days', () => {
  assert.equal(formatDay('2025-07-01', 'vi'), '01/07/2025');
  assert.equal(formatDay('2025-07-01', 'en'), '1 July 2025');
  assert.equal(formatDay('soon', 'vi'), 'soon');
});

test('moments are told in Vietnamese time, past midnight too', () => {
  assert.equal(formatMoment('2026-11-24T07:05:09.000Z', 'vi'), '14:05 ngày 24/11/2026');
  assert.equal(formatMoment('2026-12-31T18:30:00Z', 'en'), '1 January 2027, 01:30');
  assert.equal(formatMoment('2026-11-24T07:05:09+07:00', 'vi'), '07:05 ngày 24/11/2026');
  assert.equal(formatMoment('later', 'en'), 'later');
});

test('what has no hour is told as its day', () => {
  assert.equal(formatLegalMoment('2023-05-09T17:00:00.000Z', 'vi'), '10/05/2023');
  assert.equal(formatLegalMoment('2023-05-09T17:00:01.000Z', 'vi'), '00:00 ngày 10/05/2023');
  assert.equal(formatLegalMoment('later', 'en'), 'later');
});
