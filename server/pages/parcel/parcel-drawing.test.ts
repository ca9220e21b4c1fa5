import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ring } from '../../domain/drawing/boundary.ts';
import type { DrawingFacts } from '../../domain/drawing/lay-out-drawing.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { parcelDrawing } from './parcel-drawing.ts';

const [E, N] = [416_700, 2_353_000];
const box = (west: number, south: number, east: number, north: number): Ring => [
  [E + west, N + south],
  [E + east, N + south],
  [E + east, N + north],
  [E + west, N + north],
  [E + west, N + south],
];
const facts = (change: Partial<DrawingFacts> = {}): DrawingFacts => ({
  srid: 9214,
  parcel: [box(0, 0, 40, 20)],
  neighbours: [
    { no: '7', rings: [box(40, 0, 52, 20)] },
    { no: null, rings: [box(0, 20, 40, 32)] },
  ],
  frame: [E - 12, N - 12, E + 52, N + 32],
  ...change,
});

test('a millimetre of the drawing is a millimetre: 40 m at 1:1000 are 40 units, north is up', () => {
  const { svg, scale } = parcelDrawing(facts(), 'vi');
  assert.equal(scale, 1000);
  const path = /class="own"[^>]* d="([^"]+)"/.exec(svg.markup)?.[1];
  // South-west corner: 12 m from the left edge, 32 m below the top one.
  assert.equal(path, 'M12.00 32.00L52.00 32.00L52.00 12.00L12.00 12.00Z');
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)" width="([\d.]+)mm" height="([\d.]+)mm"/.exec(svg.markup);
  assert.deepEqual(size?.slice(1, 3), size?.slice(3, 5));
});

test('each edge long enough says its length, outside the parcel and never upside down', () => {
  for (const ring of [box(0, 0, 40, 20), [...box(0, 0, 40, 20)].reverse()]) {
    const { svg } = parcelDrawing(facts({ parcel: [ring], neighbours: [] }), 'vi');
    const labels = [
      ...svg.markup.matchAll(
        /class="length" transform="translate\(([\d.-]+) ([\d.-]+)\) rotate\(([\d.-]+)\)"[^>]*>([^<]+)</g,
      ),
    ];
    assert.deepEqual(labels.map((label) => label[4]).sort(), ['20,00', '20,00', '40,00', '40,00']);
    for (const [, x, y, angle] of labels) {
      const inside = Number(x) > 12 && Number(x) < 52 && Number(y) > 12 && Number(y) < 32;
      assert.equal(inside, false, `${x} ${y}`);
      assert.ok(Number(angle) > -90.05 && Number(angle) <= 90, angle);
    }
  }
});

test('corners are numbered as in the table, inside the parcel, a hole goes on counting', () => {
  const hole = [...box(15, 8, 25, 14)].reverse();
  const { svg } = parcelDrawing(facts({ parcel: [box(0, 0, 40, 20), hole] }), 'vi');
  const texts = [...svg.markup.matchAll(/<text class="corner" x="([\d.]+)" y="([\d.]+)">(\d+)</g)];
  assert.deepEqual(
    texts.map((text) => text[3]),
    ['1', '2', '3', '4', '5', '6', '7', '8'],
  );
  for (const [, x, y] of notEmpty(texts.slice(0, 4))) {
    assert.ok(Number(x) > 12 && Number(x) < 52 && Number(y) - 0.9 > 12 && Number(y) - 0.9 < 32, `${x} ${y}`);
  }
  for (const [, x, y] of notEmpty(texts.slice(4))) {
    const inHole = Number(x) > 27 && Number(x) < 37 && Number(y) - 0.9 > 18 && Number(y) - 0.9 < 24;
    assert.equal(inHole, false, `${x} ${y}`);
  }
  assert.match(svg.markup, /aria-label="[^"]*8 cạnh, chu vi 152 m/);
});

test('a neighbour has its number where there is room, and none where it is not published', () => {
  const { svg } = parcelDrawing(facts(), 'vi');
  assert.deepEqual(
    [...svg.markup.matchAll(/class="neighbour"[^>]*>([^<]*)</g)].map((match) => match[1]),
    ['7'],
  );
  const narrow = parcelDrawing(facts({ neighbours: [{ no: '1234', rings: [box(40, 0, 41, 20)] }] }), 'vi');
  assert.doesNotMatch(narrow.svg.markup, /class="neighbour"/);
});

test('a number from the register is text, whatever it holds', () => {
  const { svg } = parcelDrawing(facts({ neighbours: [{ no: '<b>', rings: [box(40, 0, 52, 20)] }] }), 'vi');
  assert.ok(!svg.markup.includes('<b>'));
  assert.ok(svg.markup.includes('&lt;b&gt;'));
});
