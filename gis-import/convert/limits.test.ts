/** The limits of reading and converting, each at the limit itself: the last that is taken and the first that is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getProjection } from '../../server/domain/crs.ts';
import { halfLetterBytes, isFull } from './cell/cut-cell.ts';
import { createKeyEvidence } from './cell/key-evidence.ts';
import { parseParcelNo } from './cell/parse-key.ts';
import type { CellText } from './cell/read-cells.ts';
import { readNumber } from './cell/read-number.ts';
import { isCutOf } from './columns/column-name.ts';
import { type AttributeRules, convertAttributes } from './convert-attributes.ts';
import { convertBoundary } from './convert-boundary.ts';
import { convertLayer } from './convert-layer.ts';
import { convertRecord, type SourceShape } from './convert-record.ts';
import { hideIdentityNumbers } from './hide-identity-numbers.ts';
import { bestReading, listFits } from './projection/list-fits.ts';
import { createPointSample } from './projection/sample-points.ts';

const cell = (text: string): CellText => ({ raw: text, text, encoding: 'ascii', findings: [] });
const geometry = { system: getProjection(9214), legalSrid: 9214, swapAxes: false, unit: 1 };
const codesOf = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) =>
  findings.map(({ code }) => code);
const polygon = (parts: readonly (readonly number[])[]): SourceShape => ({
  kind: 'polygon',
  parts: parts.map((part) => Float64Array.from(part)),
  hadZ: false,
  hadM: false,
});
/** [east, north] of a corner of the fictional ground, metres of EPSG:9214. */
const [X, Y] = [416_000, 2_353_000];
const square = (side: number, x = X, y = Y) => [x, y, x, y + side, x + side, y + side, x + side, y, x, y];

test('the first and the last byte that begins a letter of two, three and four bytes', () => {
  for (const [byte, missing] of [
    [0xc1, 0],
    [0xc2, 1],
    [0xdf, 1],
    [0xe0, 1],
    [0xef, 1],
    [0xf0, 1],
    [0xf4, 1],
    [0xf5, 0],
  ] as const)
    assert.equal(halfLetterBytes(Uint8Array.of(0x41, byte)), missing, byte.toString(16));
  for (const next of [0x80, 0xbf]) {
    assert.equal(halfLetterBytes(Uint8Array.of(0xe1, next)), 2, 'one of three is missing');
    assert.equal(halfLetterBytes(Uint8Array.of(0xe1, next, next)), 0, 'whole');
    assert.equal(halfLetterBytes(Uint8Array.of(0xdf, next)), 0, 'whole');
  }
  assert.equal(halfLetterBytes(Uint8Array.of(0xe1, 0x7f)), 0);
  assert.equal(halfLetterBytes(Uint8Array.of(0xe1, 0xc0)), 0);
});

test('a column is full from ten bytes on; UTF-8 may be two short of it', () => {
  const letters = (count: number) => new Uint8Array(count).fill(0x41);
  assert.deepEqual([isFull(letters(9), 9, 'tcvn3'), isFull(letters(10), 10, 'tcvn3')], [false, true]);
  assert.deepEqual([isFull(letters(18), 20, 'utf8'), isFull(letters(17), 20, 'utf8')], [true, false]);
  assert.equal(isFull(letters(19), 20, 'tcvn3'), false);
});

test('a number has at most twenty-four digits and lies below ten thousand million', () => {
  assert.deepEqual(readNumber(`1.${'0'.repeat(22)}`), { kind: 'number', text: `1.${'0'.repeat(22)}` });
  assert.equal(readNumber(`1.${'0'.repeat(23)}`).kind, 'unreadable');
  assert.equal(readNumber('9999999999.99').kind, 'number');
  assert.equal(readNumber('10000000000').kind, 'unreadable');
});

test('what a column of numbers tells of its thousands: 1,001 does, 1,000 does not', () => {
  const reading = (...cells: string[]) => {
    const evidence = createKeyEvidence({ isNumber: false });
    for (const text of cells) evidence.add(Buffer.from(text));
    return evidence.reading();
  };
  assert.deepEqual([reading('1.000', '1000'), reading('1.000', '1001')], ['unclear', 'thousands']);
  assert.deepEqual([reading('1.000'), reading('1.000', '2.000')], ['unclear', 'decimal'], 'one alone shows no habit');
  // Twenty-four bytes are looked at; longer ones are counted and not read.
  assert.equal(reading('1.000', '1.001'.padStart(24)), 'thousands');
  assert.equal(reading('1.000', '1.001'.padStart(25)), 'unclear');
});

test('parcels are numbered from one', () => {
  assert.equal(parseParcelNo('1', 'decimal').value, '1');
  assert.equal(parseParcelNo('0', 'decimal').value, null);
});

test('the beginning of a name: five letters, and eight bytes', () => {
  assert.equal(isCutOf('ĐỊA', 'địa chỉ'), false, 'three letters');
  assert.equal(isCutOf('địa ', 'địa chỉ'), false, 'eight bytes with the blank, which does not count');
  assert.equal(isCutOf('địa c', 'địa chỉ'), true, 'five letters, eight bytes');
  assert.equal(isCutOf('ấp ấ', 'ấp ấp'), false, 'four letters, nine bytes');
  assert.equal(isCutOf('số tờ', 'số tờ'), true);
  assert.equal(isCutOf('xa bà', 'xa bàn'), false, 'five letters, six bytes');
});

/** A table of an area and a land use, as a sheet has them. */
const attributes: AttributeRules = {
  columns: ['DIENTICH', 'MDSD'],
  roles: new Map([
    ['legalArea', [0]],
    ['landUse', [1]],
  ]) as unknown as AttributeRules['roles'],
  columnRoles: ['legalArea', 'landUse'] as unknown as AttributeRules['columnRoles'],
  numberColumns: [true, false],
  keyReadings: ['decimal', 'unclear'],
  identity: {} as AttributeRules['identity'],
  sheet: '1',
  scale: 1000,
  landUse: new Set(['ONT', 'CLN']),
  legacyLandUse: new Set(),
  communes: new Set(),
  purposeSumDifferenceM2: 0.5,
};

test('purposes may differ from the area by what is allowed, and by no more', () => {
  const codes = (area: string, uses = 'ONT 100+CLN 50') =>
    codesOf(convertAttributes([cell(area), cell(uses)], attributes));
  assert.ok(!codes('150.5').includes('area.purposes_differ'));
  assert.ok(codes('150.75').includes('area.purposes_differ'));
  assert.ok(!codes('149.5').includes('area.purposes_differ'));
  assert.ok(codes('149.25').includes('area.purposes_differ'));
  assert.ok(!codes('2.8', 'ONT 1.1+CLN 2.2').includes('area.purposes_differ'), 'half a square metre, as people reckon');
});

test('a thousand rings and fifty thousand points are a parcel, one more is none', () => {
  const convert = (shape: SourceShape) =>
    codesOf(convertRecord({ recordNo: 1, deleted: false, shape }, [cell('1'), cell('ONT')], attributes, geometry));
  const rings = (count: number) =>
    polygon(Array.from({ length: count }, (_, i) => square(2, X + 5 * (i % 40), Y + 5 * Math.floor(i / 40))));
  assert.ok(!convert(rings(1_000)).includes('geometry.too_many_rings'));
  assert.ok(convert(rings(1_001)).includes('geometry.too_many_rings'));
  assert.ok(!convert(rings(1_001)).includes('geometry.too_many_points'));
  const round = (points: number) => {
    const at = (i: number) => (2 * Math.PI * -(i % (points - 1))) / (points - 1);
    return polygon([
      Array.from({ length: points }, (_, i) => [X + 900 * Math.cos(at(i)), Y + 900 * Math.sin(at(i))]).flat(),
    ]);
  };
  assert.ok(!convert(round(50_000)).includes('geometry.too_many_points'));
  assert.ok(convert(round(50_001)).includes('geometry.too_many_points'));
  assert.deepEqual(
    [convert(rings(1)), convert(rings(2))].map((codes) => codes.includes('geometry.multipart')),
    [false, true],
  );
});

test('an edge that closes a ring by less than the storage step is rounding', () => {
  const open = (gap: number) =>
    codesOf(
      convertRecord(
        { recordNo: 1, deleted: false, shape: polygon([[...square(50).slice(0, 8), X, Y + gap]]) },
        [cell('2500'), cell('ONT')],
        attributes,
        geometry,
      ),
    );
  assert.ok(open(0.00005).includes('geometry.ring_closed'));
  assert.ok(open(0.001).includes('geometry.ring_not_closed'));
  assert.ok(!open(0).some((code) => code.startsWith('geometry.ring')));
});

test('the declared area of a commune lies above nothing and below nine thousand square kilometres', () => {
  const rules = {
    ...geometry,
    columns: ['DIENTICH'],
    roles: new Map([['declaredArea', 0] as const]),
    areaUnit: 1,
    units: new Set<string>(),
  };
  const areaOf = (text: string) =>
    (
      convertBoundary({ recordNo: 1, deleted: false, cells: [cell(text)], shape: polygon([square(9)]) }, rules)
        .candidate as { areaM2: number | null }
    ).areaM2;
  assert.deepEqual([areaOf('0'), areaOf('0.01')], [null, 0.01]);
  assert.deepEqual([areaOf('8999999999.99'), areaOf('9000000000')], [8_999_999_999.99, null]);
});

test('a value of a layer begins at nothing and ends below a million million', () => {
  const rules = {
    ...geometry,
    columns: ['GIA'],
    roles: new Map([['value', 0] as const]),
    valueUnit: null,
    factor: 1_000,
  } as unknown as Parameters<typeof convertLayer>[1];
  const layerValue = (text: string) =>
    (
      convertLayer({ recordNo: 1, deleted: false, cells: [cell(text)], shape: polygon([square(9)]) }, rules)
        .candidate as { value: number | null }
    ).value;
  assert.deepEqual([layerValue('0'), layerValue('-0.001')], [0, null]);
  assert.deepEqual([layerValue('999999999.999'), layerValue('1000000000')], [999_999_999_999, null]);
});

test('five digits are hidden nowhere, six may be part of an identity number; nine zeros are one that was filled in', () => {
  assert.deepEqual(hideIdentityNumbers(cell('12345')).digits, []);
  assert.notDeepEqual(hideIdentityNumbers(cell('12345'), 'identity').digits, [], 'but in their own column');
  assert.deepEqual(hideIdentityNumbers(cell('0'.repeat(8)), 'identity').digits, []);
  assert.deepEqual(hideIdentityNumbers(cell('0'.repeat(9)), 'identity').digits, ['0'.repeat(9)]);
});

test('nine points of ten inside the commune and its margin are a system that fits; eight are none', () => {
  const extent = { minLon: 106.15, minLat: 21.22, maxLon: 106.25, maxLat: 21.32 };
  const PAD = 0.01;
  const fits = (points: readonly number[]) =>
    listFits(Float64Array.from(points), extent, null).some(
      ({ projection, swapAxes, unit }) => projection.srid === 4326 && !swapAxes && unit === 1,
    );
  const inside = Array.from({ length: 9 }, () => [106.2, 21.27]).flat();
  assert.equal(fits([...inside, 106.4, 21.27]), true);
  assert.equal(fits([...inside.slice(2), 106.4, 21.27, 106.4, 21.27]), false);
  for (const [lon, lat, out] of [
    [extent.minLon - PAD, 21.27, [-1e-6, 0]],
    [extent.maxLon + PAD, 21.27, [1e-6, 0]],
    [106.2, extent.minLat - PAD, [0, -1e-6]],
    [106.2, extent.maxLat + PAD, [0, 1e-6]],
  ] as const) {
    assert.equal(fits([lon, lat]), true, `${lon} ${lat}`);
    assert.equal(fits([lon + out[0], lat + out[1]]), false, `${lon} ${lat}`);
  }
});

test('of readings that fit alike the first is kept, which is the plainest', () => {
  const extent = { minLon: 106.15, minLat: 21.22, maxLon: 106.25, maxLat: 21.32 };
  const nowhere = Float64Array.of(5, 5);
  const { swapAxes, unit, share } = bestReading(nowhere, getProjection(4326), extent, 1);
  assert.deepEqual({ swapAxes, unit, share }, { swapAxes: false, unit: 1, share: 0 });
});

test('a sample is thinned when it is twice as long as was asked, not before', () => {
  const taken = (count: number) => {
    const sample = createPointSample(4);
    for (let i = 0; i < count; i++) sample.add([Float64Array.of(i, 0)]);
    return sample.points().length / 2;
  };
  assert.deepEqual([taken(7), taken(8), taken(9)], [7, 4, 5]);
});
