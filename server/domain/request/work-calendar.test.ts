import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addWorkingDays, dueDay, isWorkingDay, type WorkCalendar, workingDaysBetween } from './work-calendar.ts';

/** Tết 2027: 6 February is a Saturday. The Saturday after is worked. */
const CALENDAR: WorkCalendar = {
  off: new Set(['2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10']),
  worked: new Set(['2027-02-13']),
};
const PLAIN: WorkCalendar = { off: new Set(), worked: new Set() };

test('weekends are off unless they are worked, holidays are off on whatever day', () => {
  for (const [day, working] of [
    ['2027-02-05', true],
    ['2027-02-06', false],
    ['2027-02-08', false],
    ['2027-02-11', true],
    ['2027-02-13', true],
    ['2027-02-14', false],
  ] as const)
    assert.equal(isWorkingDay(day, CALENDAR), working, day);
});

test('what comes before the hour is due the same day, later or on a day off the next working day', () => {
  const rule = { cutOff: '15:00', workingDays: 0 };
  for (const [at, due] of [
    ['2026-11-30T08:00:00+07:00', '2026-11-30'],
    ['2026-11-30T14:59:59+07:00', '2026-11-30'],
    ['2026-11-30T15:00:00+07:00', '2026-12-01'],
    ['2026-11-30T23:59:00+07:00', '2026-12-01'],
    ['2026-12-04T16:00:00+07:00', '2026-12-07'],
    ['2026-12-05T09:00:00+07:00', '2026-12-07'],
    ['2027-02-05T15:30:00+07:00', '2027-02-11'],
    ['2026-11-30T00:30:00+07:00', '2026-11-30'],
  ] as const)
    assert.equal(dueDay(new Date(at), rule, CALENDAR), due, at);
  assert.equal(
    dueDay(new Date('2026-11-30T10:00:00+07:00'), { cutOff: '15:00', workingDays: 10 }, PLAIN),
    '2026-12-14',
  );
});

test('counting and adding agree, over holidays and worked weekends', () => {
  for (let days = 0; days <= 30; days += 1) {
    const due = addWorkingDays('2027-02-04', days, CALENDAR);
    assert.ok(isWorkingDay(due, CALENDAR));
    assert.equal(workingDaysBetween('2027-02-04', due, CALENDAR), days, due);
    assert.equal(workingDaysBetween(due, '2027-02-04', CALENDAR), days === 0 ? 0 : -days, 'overdue is negative');
  }
});
