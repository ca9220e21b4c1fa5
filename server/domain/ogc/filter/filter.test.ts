/** Filters as texts and as JSON: what they mean, and that nothing is understood in part. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OgcField } from '../collections.ts';
import { checkFilter } from './check-filter.ts';
import { NoFilter } from './filter.ts';
import { readFilterText } from './read-filter-text.ts';

const field = (name: string, type: OgcField['type']): OgcField => ({
  name,
  type,
  title: { vi: '', en: '' },
  rests: null,
});
const FIELDS = [
  field('sheet', 'string'),
  field('areaM2', 'number'),
  field('from', 'date'),
  field('registeredAt', 'date-time'),
  field('land use', 'string'),
];
const check = (given: unknown) => checkFilter(given, { fields: FIELDS, shaped: true });

test('a text and its JSON are the same filter', () => {
  const pairs: [text: string, json: unknown][] = [
    ["sheet = '12'", { op: '=', args: [{ property: 'sheet' }, '12'] }],
    ["sheet='it''s'", { op: '=', args: [{ property: 'sheet' }, "it's"] }],
    ['areaM2 <= -5.5e3', { op: '<=', args: [{ property: 'areaM2' }, -5500] }],
    ['areaM2<>.5', { op: '<>', args: [{ property: 'areaM2' }, 0.5] }],
    [`"land use" like 'Ð%'`, { op: 'like', args: [{ property: 'land use' }, 'Ð%'] }],
    ["sheet NOT IN ('1')", { op: 'not', args: [{ op: 'in', args: [{ property: 'sheet' }, ['1']] }] }],
    ['areaM2 not between 1 and 2', { op: 'not', args: [{ op: 'between', args: [{ property: 'areaM2' }, 1, 2] }] }],
    ['sheet IS NOT NULL', { op: 'not', args: [{ op: 'isNull', args: [{ property: 'sheet' }] }] }],
    ["from >= DATE('2026-01-31')", { op: '>=', args: [{ property: 'from' }, { date: '2026-01-31' }] }],
    [
      "registeredAt > TIMESTAMP('2026-01-31T00:00:00Z')",
      { op: '>', args: [{ property: 'registeredAt' }, { timestamp: '2026-01-31T00:00:00Z' }] },
    ],
    [
      "NOT sheet = '1' AND areaM2 > 1 OR true",
      {
        op: 'or',
        args: [
          {
            op: 'and',
            args: [
              { op: 'not', args: [{ op: '=', args: [{ property: 'sheet' }, '1'] }] },
              { op: '>', args: [{ property: 'areaM2' }, 1] },
            ],
          },
          true,
        ],
      },
    ],
    [
      'S_INTERSECTS(geometry, BBOX(106.1, 21.2, 106.3, 21.3))',
      { op: 's_intersects', args: [{ property: 'geometry' }, { bbox: [106.1, 21.2, 106.3, 21.3] }] },
    ],
    [
      's_intersects(geometry,POINT(106.2 21.27))',
      { op: 's_intersects', args: [{ property: 'geometry' }, { type: 'Point', coordinates: [106.2, 21.27] }] },
    ],
  ];
  for (const [text, json] of pairs) {
    assert.deepEqual(readFilterText(text), json, text);
    assert.deepEqual(check(readFilterText(text)), check(json), text);
  }
});

test('what is not understood whole is refused, and says where', () => {
  const texts: [text: string, why: RegExp][] = [
    ['sheet =', /expected at 8, where the filter ends/],
    ["sheet = '1' 'x'", /AND, OR or the end expected at 13/],
    ['sheet = 12abc', /AND, OR or the end/],
    ["a'; drop table x", /not understood at 2/],
    ["sheet = 'open", /not understood at 8/],
    ['sheet = 12 ; 1', /not understood at 11/],
    ["sheet NOT = '1'", /operator/],
    ['sheet = name', /texts stand in quotes/],
    ['AND sheet', /property expected at 1/],
    ['(true', /\) expected/],
    ['', /property expected at 1/],
    [`${'('.repeat(40)}true${')'.repeat(40)}`, /within each other/],
    [`${'NOT '.repeat(900)}true`, /within each other/],
  ];
  for (const [text, why] of texts)
    assert.throws(
      () => readFilterText(text),
      (error) => error instanceof NoFilter && why.test(error.message),
      text,
    );
});

test('of a filter in JSON everything is checked: properties, kinds of values, arguments, shapes, bounds', () => {
  const sheet = { property: 'sheet' };
  const geometry = { property: 'geometry' };
  const deep = Array.from({ length: 40 }).reduce<unknown>((arg) => ({ op: 'not', args: [arg] }), true);
  const refused: [given: unknown, why: RegExp][] = [
    [[], /a part of a filter/],
    [null, /a part of a filter/],
    [{ op: '=', args: [{ property: 'holder' }, 'x'] }, /not a queryable/],
    [{ op: '=', args: [{ property: '__proto__' }, 'x'] }, /not a queryable/],
    [{ op: '=', args: [sheet, 12] }, /compared with a text/],
    [{ op: '=', args: [sheet, '\u0000'] }, /compared with a text/],
    [{ op: '=', args: [sheet] }, /takes 2/],
    [{ op: '=', args: ['1', sheet] }, /begins with a property/],
    [{ op: '>', args: [{ property: 'areaM2' }, '1'] }, /a number/],
    [{ op: '=', args: [{ property: 'from' }, { date: '2026-02-31' }] }, /a date/],
    [{ op: '=', args: [{ property: 'registeredAt' }, { date: '2026-02-01' }] }, /a timestamp/],
    [{ op: '=', args: [{ property: 'registeredAt' }, { timestamp: '../..' }] }, /RFC 3339/],
    [{ op: 'and', args: [true] }, /two arguments/],
    [{ op: 'like', args: [sheet, 'x\\'] }, /pattern/],
    [{ op: 'in', args: [sheet, []] }, /a list/],
    [{ op: 'in', args: [sheet, Array(201).fill('1')] }, /a list/],
    [{ op: 's_intersects', args: [sheet, { bbox: [1, 2, 3, 4] }] }, /geometry/],
    [{ op: 's_intersects', args: [geometry, { bbox: [3, 2, 1, 4] }] }, /least values first/],
    [
      {
        op: 's_intersects',
        args: [
          geometry,
          {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 1],
              ],
            ],
          },
        ],
      },
      /ends where/,
    ],
    [{ op: 'casei', args: [sheet] }, /not an operator/],
    [deep, /within each other/],
  ];
  for (const [given, why] of refused)
    assert.throws(
      () => check(given),
      (error) => error instanceof NoFilter && why.test(error.message),
      JSON.stringify(given),
    );
});
