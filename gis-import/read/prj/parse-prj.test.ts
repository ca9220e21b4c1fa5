import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SOURCE_SYSTEMS } from '../../../server/domain/crs.ts';
import { prjText } from '../../../server/domain/prj-text.ts';
import { describePrj } from './parse-prj.ts';

for (const { srid, proj4, centralMeridian, datum } of SOURCE_SYSTEMS) {
  test(`EPSG:${srid} is recognised from ESRI WKT and from a PROJ string`, () => {
    const described = describePrj(prjText(srid));
    assert.equal(described?.srid, srid);
    assert.equal(described.centralMeridian, centralMeridian);
    assert.deepEqual(
      [described.vn2000, described.wgs84, described.hn72],
      ['vn2000', 'wgs84', 'hn72'].map((name) => name === datum),
    );
    assert.equal(describePrj(proj4)?.srid, srid);
  });
}

const WGS =
  'DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]';
const tm = (geogcs: string, meridian: number, tail = ''): string =>
  `PROJCS["sheet",${geogcs},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],` +
  `PARAMETER["central_meridian",${meridian}],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],` +
  `PARAMETER["false_northing",0],UNIT["metre",1]${tail}]`;

const cases: [string, string, Partial<NonNullable<ReturnType<typeof describePrj>>> | null][] = [
  [
    'OGC WKT with line breaks and codes',
    tm(
      'GEOGCS["VN-2000",\n  DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257]]]',
      107,
      ',AUTHORITY["EPSG","9214"]',
    ),
    { srid: 9214, vn2000: true, epsg: 9214 },
  ],
  ['round brackets', tm('GEOGCS["VN-2000"]', 105.5).replaceAll('[', '(').replaceAll(']', ')'), { srid: 9209 }],
  [
    'a datum shift instead of a name',
    tm(
      'GEOGCS["x",DATUM["D_unknown",SPHEROID["WGS_1984",6378137,298.257],TOWGS84[-191.90441429,-39.30318279,-111.45032835,0,0,0,0]]]',
      107.25,
    ),
    { srid: 9215, vn2000: true },
  ],
  [
    'UTM on WGS 84 is not VN-2000',
    tm(`GEOGCS["GCS_WGS_1984",${WGS}]`, 105).replace('0.9999', '0.9996'),
    { srid: 32648, method: 'utm', wgs84: true, vn2000: false },
  ],
  [
    'a nameless datum leaves it to the code',
    tm('GEOGCS["unknown",DATUM["unknown",SPHEROID["WGS 84",6378137,298.257]]]', 106, ',AUTHORITY["EPSG","9211"]'),
    { srid: 9211, vn2000: false, wgs84: false },
  ],
  [
    'a code that its own parameters contradict',
    tm('GEOGCS["unknown"]', 106, ',AUTHORITY["EPSG","9214"]'),
    { srid: null, centralMeridian: 106 },
  ],
  ['a meridian outside the table', tm('GEOGCS["VN-2000"]', 101), { srid: null, centralMeridian: 101, method: 'tm' }],
  [
    'feet',
    tm('GEOGCS["VN-2000"]', 107).replace('UNIT["metre",1]', 'UNIT["foot",0.3048]'),
    { srid: null, method: 'tm', unit: 0.3048, falseEasting: 152_400 },
  ],
  [
    'another projection that can be computed',
    tm('GEOGCS["VN-2000"]', 107).replace('Transverse_Mercator', 'Lambert_Conformal_Conic'),
    { srid: null, method: 'lambert' },
  ],
  [
    'a projection that nobody here can compute',
    tm('GEOGCS["VN-2000"]', 107).replace('Transverse_Mercator', 'Polyconic'),
    { srid: null, method: 'other', system: null },
  ],
  [
    'millimetres, false easting and all',
    tm('GEOGCS["VN-2000"]', 107).replace('UNIT["metre",1]', 'UNIT["millimetre",0.001]').replace('500000', '500000000'),
    { srid: 9214, unit: 0.001 },
  ],
  [
    'a datum shift that a program put into the name of the datum',
    tm(
      'GEOGCS["GCS_unknown",DATUM["D_Unknown_using_towgs84_-191_90441429_-39_30318279",SPHEROID["WGS_1984",6378137,298.257]]]',
      107,
    ),
    { srid: 9214, vn2000: true },
  ],
  [
    'a datum that nobody says how to move',
    tm('GEOGCS["Indian 1975",DATUM["Indian_1975",SPHEROID["Everest_1830",6377276.345,300.8017]]]', 105),
    { srid: null, method: 'tm', system: null },
  ],
  [
    'geographic VN-2000',
    'GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257]]]',
    { srid: 4756, method: 'geographic', vn2000: true },
  ],
  ['a byte order mark', `\uFEFF${prjText(9209)}`, { srid: 9209 }],
  [
    'WKT2',
    'PROJCRS["VN-2000 / TM-3 105-30",BASEGEOGCRS["VN-2000",DATUM["Vietnam 2000",ELLIPSOID["WGS 84",6378137,298.257]]],CONVERSION["c",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",105.5],PARAMETER["Scale factor at natural origin",0.9999],PARAMETER["False easting",500000],PARAMETER["False northing",0]],CS[Cartesian,2],LENGTHUNIT["metre",1],ID["EPSG",9209]]',
    { srid: 9209, epsg: 9209 },
  ],
  ['nothing', '', null],
  ['prose', 'Hệ tọa độ VN-2000, kinh tuyến trục 107', null],
  ['cut text', prjText(9214).slice(0, 60), null],
  ['a tower of brackets', 'A['.repeat(100_000), null],
  ['bytes', '\u0000\u0001\u0002PROJCS', null],
];
for (const [name, text, expected] of cases) {
  test(name, () => {
    const described = describePrj(text);
    if (expected === null) assert.equal(described, null);
    else assert.partialDeepStrictEqual(described, expected);
  });
}
