import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AS_PRJ_SAYS,
  getProjection,
  SOURCE_SYSTEMS,
  transformBetween,
  transformer,
} from '../../../server/domain/crs.ts';
import { prjText, prjTextOf } from '../../../server/domain/prj-text.ts';
import { claimOfPrj } from '../../read/prj/claim-of-prj.ts';
import { decideProjection, type Extent } from './decide-projection.ts';

/** Fictional commune of some ten kilometres. WGS 84. */
const COMMUNE: Extent = { minLon: 106.15, minLat: 21.22, maxLon: 106.25, maxLat: 21.32 };
const PLACES = [106.19, 106.2, 106.21].map((lon): [number, number] => [lon, 21.27]);

const flat = (pairs: readonly (readonly number[])[]) => Float64Array.from(pairs.flat());
const inSystem = (srid: number) =>
  flat(PLACES.map((place) => (srid === 4326 ? place : transformer(4326, srid)(place))));
const decide = (points: Float64Array, prj: string | null, forced: number | null = null, commune = COMMUNE) =>
  decideProjection({ points, prj: claimOfPrj(prj), commune, forced });
const codes = ({ findings }: ReturnType<typeof decide>) => findings.map(({ code }) => code);
const detailOf = (verdict: ReturnType<typeof decide>, code: string) =>
  verdict.findings.find((finding) => finding.code === code)?.detail;

/** Drawn with the scale factor of UTM on the meridian of a cadastral zone. */
const odd = { ...getProjection(9214), srid: AS_PRJ_SAYS, proj4: getProjection(9214).proj4.replace('0.9999', '0.9996') };
const inOdd = flat(PLACES.map((place) => transformBetween(getProjection(4326), odd)(place)));
const oddPrj = prjTextOf(getProjection(9214), 0.9996);

test('a system that only the .prj describes is tried, and contested by a known one that fits too', () => {
  const verdict = decide(inOdd, oddPrj);
  assert.equal(verdict.srid, AS_PRJ_SAYS);
  assert.deepEqual(codes(verdict), ['projection.transformed', 'projection.ambiguous']);
  const detail = detailOf(verdict, 'projection.ambiguous');
  assert.equal(detail?.rival, 9214);
  assert.ok(Math.abs(Number(detail.metres) - 706) < 10, `${detail.metres} m apart`);
  assert.ok(verdict.confidence <= 0.8);
  const [lon, lat] = transformBetween(verdict.system!, getProjection(4326))([inOdd[2]!, inOdd[3]!]);
  assert.ok(Math.hypot(lon - 106.2, lat - 21.27) < 1e-7, 'the land lies where the .prj says');
});

test('a system that only the .prj describes is used where no other fits, and the move is said', () => {
  const verdict = decide(inOdd, oddPrj, null, { ...COMMUNE, minLat: 21.2795, maxLat: 21.28 });
  assert.deepEqual([verdict.srid, codes(verdict)], [AS_PRJ_SAYS, ['projection.transformed']]);
  assert.equal(verdict.confidence, 0.99);
});

test('a person may choose what the .prj describes, and cannot where there is none', () => {
  const chosen = decide(inOdd, oddPrj, AS_PRJ_SAYS);
  assert.deepEqual([chosen.srid, codes(chosen)], [AS_PRJ_SAYS, ['projection.forced', 'projection.transformed']]);
  const none = decide(inOdd, null, AS_PRJ_SAYS);
  assert.deepEqual([none.system, codes(none)], [null, ['projection.prj_needed']]);
});

/** What else fits the same numbers, by what the file says. */
const foreign: [number, number, number][] = [
  [4756, 4326, 224],
  [4326, 4756, 224],
];
for (const [srid, rival, metres] of foreign) {
  test(`degrees that the .prj calls EPSG:${srid} are contested by EPSG:${rival}`, () => {
    const verdict = decide(inSystem(srid), prjText(srid));
    assert.equal(verdict.srid, srid);
    const detail = detailOf(verdict, 'projection.ambiguous');
    assert.equal(detail?.rival, rival);
    assert.ok(Math.abs(Number(detail.metres) - metres) <= 2, `${detail.metres} m`);
    assert.ok(!codes(verdict).includes('projection.prj_overruled'));
  });
}

test('degrees without a .prj are VN-2000 or WGS 84, and nobody is sure', () => {
  const verdict = decide(inSystem(4756), null);
  assert.ok(codes(verdict).includes('projection.ambiguous'));
  assert.ok(verdict.confidence <= 0.5);
});

for (const srid of [32648, 32649, 3405, 3406]) {
  test(`UTM on WGS 84 and on VN-2000 contest each other: EPSG:${srid}`, () => {
    const other = { 32648: 3405, 32649: 3406, 3405: 32648, 3406: 32649 }[srid]!;
    const verdict = decide(inSystem(srid), prjText(srid));
    assert.equal(verdict.srid, srid);
    const detail = detailOf(verdict, 'projection.ambiguous');
    assert.equal(detail?.rival, other, 'the nearest choice is named first');
    assert.ok(Math.abs(Number(detail.metres) - 224) <= 2, `${detail.metres} m`);
  });
}

test('every system of the table is found again from its own .prj, whatever contests it', () => {
  for (const { srid, accuracyM } of SOURCE_SYSTEMS) {
    const verdict = decide(inSystem(srid), prjText(srid));
    assert.deepEqual([verdict.srid, verdict.declared], [srid, srid]);
    assert.equal(detailOf(verdict, 'projection.transformed')?.accuracyM, accuracyM);
  }
});

test('HN-72 contests what is found without a word of the file, and not a .prj that is right', () => {
  assert.deepEqual(codes(decide(inSystem(9211), prjText(9211))), []);
  const guessed = decide(inSystem(9211), null);
  assert.deepEqual([guessed.srid, detailOf(guessed, 'projection.ambiguous')?.rival], [9211, 2093]);
});

test('that a .prj does not put the points into the commune is said only where it was tried', () => {
  assert.deepEqual(codes(decide(inSystem(9214), prjText(9209))), ['projection.prj_overruled']);
  const polyconic = prjText(9209).replace('Transverse_Mercator', 'Polyconic');
  const untried = decide(inSystem(9214), polyconic);
  assert.deepEqual([untried.srid, codes(untried)], [9214, ['projection.prj_not_tried']]);
  const nowhere = decide(Float64Array.of(1, 1), polyconic);
  assert.deepEqual(
    nowhere.why.map(({ code }) => code),
    ['projection.nowhere'],
  );
});

test('a .prj that describes a known system in other words is that system', () => {
  const nameless = prjText(9214).replace('"D_Vietnam_2000"', '"D_x_towgs84_-191_90441429"').replace('GCS_VN_2000', 'x');
  const verdict = decide(inSystem(9214), nameless);
  assert.deepEqual([verdict.srid, codes(verdict)], [9214, []]);
});

for (const [unit, prj] of [
  [0.001, null],
  [0.01, null],
  [1000, null],
  [0.001, prjText(9214)],
] as const) {
  test(`numbers of ${unit} m are recognised and said, ${prj ? 'the .prj being of metres' : 'without a .prj'}`, () => {
    const verdict = decide(
      inSystem(9214).map((value) => value / unit),
      prj,
    );
    assert.deepEqual([verdict.srid, verdict.unit], [9214, unit]);
    assert.equal(detailOf(verdict, 'projection.unit')?.unit, unit);
    assert.ok(!codes(verdict).includes('projection.ambiguous'));
  });
}

test('a unit that only the .prj names is taken from it', () => {
  const feet = prjText(9214)
    .replace('UNIT["Meter",1.0]', 'UNIT["Foot",0.3048]')
    .replace('500000.0', '1640419.9475065617');
  const verdict = decide(
    inSystem(9214).map((value) => value / 0.3048),
    feet,
  );
  assert.deepEqual([verdict.srid, verdict.unit], [9214, 0.3048]);
});
