import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { notEmpty } from '../../testing/not-empty.ts';
import { type LandQuestion, parseLandQuestion } from './land-question.ts';

/** A question in short: what a table of many forms can be compared by. */
function short(question: LandQuestion): string {
  if (question.kind === 'none') return `none ${question.reason}`;
  if (question.kind === 'code') return `code ${question.code}`;
  if (question.kind === 'coordinates') {
    return question.readings
      .slice(0, 1)
      .map((r) => ('lon' in r ? `lon ${r.lon.toFixed(5)} lat ${r.lat.toFixed(5)}` : `E ${r.east} N ${r.north}`))
      .join();
  }
  const parts = question.place?.parts.map(({ kind, name }) => `${kind}:${name}`) ?? [];
  const place = question.place ? [`@${question.place.unitCode ?? ''}`, ...parts].join(' ') : '';
  const numbers = [
    'sheet' in question && question.sheet !== undefined && `sheet ${question.sheet}`,
    'no' in question && `no ${question.no}`,
  ];
  return [...numbers, place].filter(Boolean).join(' ');
}

const FORMS: Record<string, readonly string[]> = {
  'sheet 12 no 345': [
    'tờ 12 thửa 345',
    'Tờ 12, thửa 345',
    'to 12 thua 345',
    'TỜ 12 THỬA 345',
    'thửa 345 tờ 12',
    'thửa 345/tờ 12',
    'thửa đất số 345, tờ bản đồ số 12',
    'Thửa đất số: 345; Tờ bản đồ số: 12',
    'tờ bản đồ địa chính số 012 - thửa số 0345',
    'số thứ tự thửa đất 345, số hiệu tờ bản đồ 12',
    'số tờ 12 số thửa 345',
    'tờ12thửa345',
    'tbđ 12 thửa 345',
    'TBĐ số 12, thửa 345',
    '12/345',
    ' 12 / 345 ',
    '012/0345',
    '12-345',
    'tờ 12/345',
    'thửa 12/345',
    '１２／３４５',
    '12\u00a0/\u202f345',
    '\u200b12/\u200e345\u202e',
    '\ufefftờ\u00a012\u200d thửa\t345',
    'tờ 12 thửa 345'.normalize('NFD'),
    'sheet 12 parcel 345',
    'Map sheet no. 12, parcel no. 345',
    'parcel 345, sheet 12',
    'plot 345 sheet 12',
    'tờ\0 12 thửa 345',
  ],
  // What the import registers (gis-import/convert/cell/parse-key.ts), the question asks for.
  'sheet 42 no 12+13': [
    'tờ 42 thửa 12+13',
    'thửa 12 + 13 tờ 42',
    '42/12+13',
    'tờ 42/12+13',
    '42-12+13',
    'Thửa đất số: 12+13, tờ bản đồ số: 42',
  ],
  'sheet 42 no 3/4': ['tờ 42 thửa 3/4', 'thửa 3/4, tờ 42', '42/3/4', 'tờ 42 thửa 3 / 4', 'tờ 42/3/4'],
  'sheet 42 no 12-13': ['tờ 42 thửa 12-13', 'thửa 12 - 13 tờ 42'],
  'sheet 42 no 12,13': ['tờ 42 thửa 12,13', 'thửa 12, 13; tờ 42', 'thửa 12, 13 tờ 42'],
  'sheet 42 no 12&13': ['tờ 42 thửa 12&13', 'tờ 42 thửa 12 & 13'],
  'sheet 42 no 7đ': ['tờ 42 thửa 7đ', 'TỜ 42 THỬA 7Đ', 'tờ 42 thửa 7\u00d0', '42/7đ'],
  'sheet 42 no 7a+8b': ['tờ 42 thửa 7A+8B', '42/7a+8b'],
  'sheet 123456 no 1234567': ['tờ 123456 thửa 1234567'],
  'sheet 12 no 7': ['tờ ĐC 12 thửa 7', 'tờ dc12 thửa 7', 'tờ 12 - 7', 'tờ 12, 7'],
  'no 12+13': ['12+13', 'thửa 12+13', 'thửa 12 + 13'],
  'no 12+13 @ any:lim ha': ['12+13 lim ha', 'lim ha 12+13'],
  // No number that can be registered: nothing has it, but it is not another one either.
  'sheet 42 no 12.1': ['tờ 42 thửa 12.1'],
  'sheet 42 no 12*13': ['tờ 42 thửa 12*13'],
  'sheet 42 no 12ab': ['tờ 42 thửa 12ab'],
  'sheet 12.5 no 7': ['tờ 12.5 thửa 7'],
  'sheet 12a no 7b': ['tờ 12a thửa 7b', '12A/7B', 'tờ 012A, thửa 007b'],
  'no 345': ['thửa 345', 'thửa đất số 345', 'thua 345', '345', 'parcel 345', 'plot no 345'],
  'sheet 12': ['tờ 12', 'tờ bản đồ số 12', 'tờ bản đồ địa chính 12', 'to ban do 12', 'map sheet 12', 'TBĐ 12'],
  'no 345 @ commune:Thử Nghiệm': ['thửa 345 xã Thử Nghiệm', 'thửa 345, xã Thử Nghiệm', 'xã Thử Nghiệm, thửa số 345'],
  'sheet 12 no 345 @ any:Đồng Việt': [
    '12/345 Đồng Việt',
    'Đồng Việt 12/345',
    'tờ 12 thửa 345, Đồng Việt',
    '12/345, ở Đồng Việt',
  ],
  'sheet 12 no 345 @ commune:Đồng Việt': [
    'thửa đất số 345, tờ bản đồ số 12, xã Đồng Việt, huyện Yên Dũng, tỉnh Bắc Giang',
    'thửa 345 tờ 12 xã Đồng Việt huyện Yên Dũng',
    'map sheet 12 parcel 345, Đồng Việt commune',
    'thửa 345 tờ 12 tại xã Đồng Việt',
  ],
  'sheet 12 no 345 @ local:Lim Hạ commune:Bình Khê': [
    'thửa 345, tờ 12, thôn Lim Hạ, xã Bình Khê',
    'tờ 12 thửa 345 thôn Lim Hạ xã Bình Khê',
    'sheet 12 parcel 345 Lim Hạ hamlet, Bình Khê commune',
    '12/345 T. Lim Hạ, X. Bình Khê',
  ],
  'sheet 12 no 345 @07525': [
    '24-07525-12-345',
    '07525-12-345',
    '24-07525-012-00345',
    '12/345 07525',
    'tờ 12 thửa 345 xã 07525',
  ],
  'sheet 12 @ commune:Đồng Việt': ['tờ 12 xã Đồng Việt', 'tờ bản đồ số 12, phường Đồng Việt'],
  'code w7g8crgqy5xm': [
    'w7g8crgqy5xm',
    'W7G8CRGQY5XM',
    ' w7g8 crgq y5xm ',
    'w7g8-crgq-y5xm',
    'ｗ７ｇ８crgqy5xm',
    'w7g8\u200bcrgqy5xm',
  ],
  '@07210': ['07210', ' 07210 ', 'xã 07210', '０７２１０'],
  '@ any:Đồng Việt': [
    'Đồng Việt',
    ' Đồng   Việt ',
    'Đồng\u00a0Việt',
    'Đồng Việt'.normalize('NFD'),
    'Đồng Việt, huyện Yên Dũng',
    '\u00d0ồng Việt',
    '\u0189ồng Việt',
  ],
  '@ commune:Phúc Hòa': [
    'X. Phúc Hòa',
    'X.Phúc Hòa',
    'x. Phúc Hòa, H. Tân Yên, T. Bắc Giang',
    'xã Phúc Hòa, h. Tân Yên',
  ],
  '@ any:Lục Ngạn': ['H. Lục Ngạn', 'huyện Lục Ngạn'],
  '@ local:Lê Lợi commune:Bắc Giang': ['Đ. Lê Lợi, P. Bắc Giang', '\u00d0. Lê Lợi, P. Bắc Giang'],
  '@ commune:Bắc Giang': [
    'phường Bắc Giang',
    'P. Bắc Giang',
    'P.Bắc Giang',
    'p. Bắc Giang, TP. X',
    'Phường Bắc Giang, tỉnh Bắc Ninh',
    'Bắc Giang ward',
    'ward Bắc Giang',
  ],
  '@ commune:Vôi': ['thị trấn Vôi', 'TT. Vôi', 'TT Vôi', 'thi tran Vôi'],
  '@ local:thôn 3 commune:Bố Hạ': ['thôn 3 xã Bố Hạ', 'thôn 3, xã Bố Hạ'],
  '@ local:tổ 5 commune:Đa Mai': ['tổ 5 phường Đa Mai', 'Tổ 5, phường Đa Mai'],
  '@ local:tổ dân phố 3': ['tổ dân phố 3', 'Tổ dân phố số 03', 'TDP 3', 'tdp số 3'],
  '@ local:Hoàng Văn Thụ': ['đường Hoàng Văn Thụ', 'phố Hoàng Văn Thụ', 'Hoàng Văn Thụ street'],
  '@ local:Hoàng Hữu Ấm': ['số 5 đường Hoàng Hữu Ấm', 'Số nhà 5, đường Hoàng Hữu Ấm'],
  '@ local:ngõ 3 local:tổ 2 local:khu phố 3 local:Lê Lợi commune:Mẫu': [
    'số 5 ngõ 3, tổ 2, khu phố 3, đường Lê Lợi, phường Mẫu, thành phố X, tỉnh Y',
  ],
  '@ any:b any:c any:d any:e any:g': ['a, b, c, d, e, g'],
  // "xá" is a part of a name, "xã" says what follows is one.
  '@ any:Phú Xá': ['Phú Xá'],
  '@ any:Yên Dũng': ['huyện Yên Dũng', 'Yên Dũng district'],
  '@ any:script alert any:script': ['<script>alert(1)</script>'],
  '@ any:drop table x': ["'; drop table x;--"],
  'none empty': ['', '   ', '\0', '\u200b\u200e', '\n\t'],
  'none not_understood': ['?!', '1/7/2025', '024187654321', '21 106', '-', '12/', '/', '.'],
  'none outside': [
    '48.8566, 2.3522',
    '-33.86880, 151.20930',
    'https://www.google.com/maps/@48.8566,2.3522,12z',
    '48°51\'24"N 2°21\'8"E',
  ],
  'none too_long': ['a'.repeat(201), 'ấ'.repeat(10_000), '1'.repeat(10_000), ' '.repeat(10_000)],
};

for (const [expected, texts] of Object.entries(FORMS)) {
  test(`${texts.length} ways to say: ${expected}`, () => {
    for (const text of notEmpty(texts))
      assert.equal(short(parseLandQuestion(text)), expected, JSON.stringify(text.slice(0, 80)));
  });
}

test('a word without its accents can be the beginning of a name: the piece is kept whole, too', () => {
  const placeOf = (text: string) => {
    const question = parseLandQuestion(text);
    return 'place' in question ? question.place : undefined;
  };
  assert.deepEqual(placeOf('12/345 lang giang')?.whole, ['lang giang']);
  assert.deepEqual(placeOf('phuong son, huyen luc nam')?.whole, ['phuong son', 'huyen luc nam']);
  assert.deepEqual(placeOf('làng Giang')?.whole, []);
  assert.deepEqual(placeOf('Lạng Giang')?.parts, [{ kind: 'any', name: 'Lạng Giang' }]);
  assert.deepEqual(placeOf('xa lang giang')?.parts, [{ kind: 'commune', name: 'lang giang', word: 'xã' }]);
  assert.deepEqual(placeOf('phường Ngô Quyền')?.parts, [{ kind: 'commune', name: 'Ngô Quyền', word: 'phường' }]);
});

test('what is not understood is said and never dropped', () => {
  const unreadOf = (text: string) => {
    const question = parseLandQuestion(text);
    return 'unread' in question ? question.unread : undefined;
  };
  assert.deepEqual(unreadOf('tờ 12 thửa 7 345'), ['345']);
  assert.deepEqual(unreadOf('tờ 12 thửa 7, thửa 8'), ['thửa 8']);
  assert.deepEqual(unreadOf('số 5 đường Hoàng Hữu Ấm'), ['5']);
  assert.deepEqual(unreadOf('tờ 12 thửa 345 xã Đồng Việt'), []);
});

test('a number beside a name is that of a parcel, or a part of the name', () => {
  const of = (text: string) => {
    const question = parseLandQuestion(text);
    return 'orParcel' in question ? `${question.orParcel?.no} @${question.orParcel?.place.words}` : short(question);
  };
  assert.equal(of('lim ha 7'), '7 @lim ha');
  assert.equal(of('7A lim ha'), '7a @lim ha');
  assert.equal(of('thôn Lim Hạ 7'), '7 @thôn Lim Hạ');
  assert.equal(of('lim ha, 7'), 'no 7 @ any:lim ha');
  assert.equal(of('7, thôn Lim Hạ'), 'no 7 @ local:Lim Hạ');
  for (const text of ['07525 12', '07525/12', '07525, 12']) assert.equal(of(text), 'no 12 @07525', text);
  assert.equal(of('thôn 7'), '@ local:thôn 7');
  assert.equal(of('tổ dân phố số 3'), '@ local:tổ dân phố 3');
});

test('numbers with a line between them that can be meant in two ways are looked for in both', () => {
  const also = (text: string) => {
    const question = parseLandQuestion(text);
    return question.kind === 'parcel' ? question.also : undefined;
  };
  for (const text of ['3/4', 'thửa 3/4', 'thửa 3-4'])
    assert.deepEqual(also(text), [{ no: text.replace('thửa ', '') }], text);
  assert.deepEqual(also('tờ 42 thửa 3/4'), []);
});

const METRES: Record<string, readonly string[]> = {
  'E 416463.28 N 2353280.7': [
    '2353280.70 416463.28',
    '416463.28 2353280.70',
    '2353280,70 416463,28',
    '2353280,70; 416463,28',
    '2353280.70,416463.28',
    '2353280.70, 416463.28',
    '2353280,70, 416463,28',
    '2353280.70\t416463.28',
    '2353280.70\n416463.28',
    '2353280.70 / 416463.28',
    '2353280.70 | 416463.28',
    '2.353.280,70 416.463,28',
    '2.353.280,70; 416.463,28',
    '2,353,280.70 416,463.28',
    '2 353 280,70 416 463,28',
    '2\u00a0353\u00a0280,70 416\u00a0463,28',
    'X=2353280.70 Y=416463.28',
    'X: 2353280.70 m, Y: 416463.28 m',
    'X 2353280,70m Y 416463,28m',
    'x(m) 2353280.70 y(m) 416463.28',
    'X = 416463.28; Y = 2353280.70',
    'E 416463.28 N 2353280.70',
    '416463.28E, 2353280.70N',
    'N: 2353280.70 E: 416463.28',
    'tọa độ (2353280.70; 416463.28)',
    'VN-2000 X=2353280.70 Y=416463.28',
    'VN2000: 2353280.70, 416463.28',
    '２３５３２８０.70 ４１６４６３.28',
  ],
  'E 416463 N 2353280': [
    '2353280 416463',
    '416463 2353280',
    '2.353.280 416.463',
    '2 353 280 416 463',
    '2,353,280; 416,463',
  ],
  'lon 106.19688 lat 21.27201': [
    '21.27201, 106.19688',
    '21.27201,106.19688',
    '21.27201 106.19688',
    '106.19688 21.27201',
    '106.19688, 21.27201',
    '21,27201 106,19688',
    '21,27201; 106,19688',
    '21,27201, 106,19688',
    '(21.27201, 106.19688)',
    '21.27201° 106.19688°',
    '21.27201°N 106.19688°E',
    '21,27201°B, 106,19688°Đ',
    'N 21.27201 E 106.19688',
    'lat 21.27201 lon 106.19688',
    'lat: 21.27201, lng: 106.19688',
    'vĩ độ 21.27201, kinh độ 106.19688',
    'kinh độ 106.19688; vĩ độ 21.27201',
    'WGS84 21.27201, 106.19688',
    'geo:21.27201,106.19688',
    'geo:21.27201,106.19688;u=35',
    'geo:21.27201,106.19688?z=19',
    'GEO:21.27201,106.19688,12',
    '@21.27201,106.19688,17z',
    'https://www.google.com/maps/@21.27201,106.19688,17z',
    'https://www.google.com/maps/place/X/@21.3,106.3,17z/data=!3d21.27201!4d106.19688',
    'https://maps.google.com/?q=21.27201,106.19688',
    'https://maps.apple.com/?ll=21.27201,106.19688&z=17',
    'https://www.openstreetmap.org/#map=17/21.27201/106.19688',
    'https://www.openstreetmap.org/?mlat=21.27201&mlon=106.19688#map=5/1.0/2.0',
  ],
  'lon 106.19689 lat 21.27200': [
    `21°16'19.2"N 106°11'48.8"E`,
    `21° 16' 19.2" N, 106° 11' 48.8" E`,
    `21°16′19,2″B 106°11′48,8″Đ`,
    `21º16’19.2” 106º11’48.8”`,
    `21°16'19.2'' 106°11'48.8''`,
    '21d16m19.2s 106d11m48.8s',
    '21 độ 16 phút 19,2 giây, 106 độ 11 phút 48,8 giây',
    `106°11'48.8"E 21°16'19.2"N`,
    `N21°16'19.2" E106°11'48.8"`,
  ],
  'lon 106.50000 lat 21.25000': ["21°15'N 106°30'E", "21°15' 106°30'"],
};

for (const [expected, texts] of Object.entries(METRES)) {
  test(`${texts.length} ways to give: ${expected}`, () => {
    for (const text of notEmpty(texts)) assert.equal(short(parseLandQuestion(text)), expected, JSON.stringify(text));
  });
}

test('metres have one reading for each system, the two of this province first', () => {
  const question = parseLandQuestion('2353280 416463');
  assert.ok(question.kind === 'coordinates');
  const srids = question.readings.map(({ srid }) => srid);
  assert.deepEqual(srids.slice(0, 2), [9214, 9209]);
  for (let srid = 9205; srid <= 9218; srid++) assert.ok(srids.includes(srid), String(srid));
  assert.ok(srids.includes(3405));
  assert.equal(new Set(srids).size, srids.length);
});

test('numbers that are nowhere in Viet Nam are no coordinates', () => {
  for (const text of [
    '48.85, 2.35',
    '2353280 2353281',
    '416463 416464',
    '121.5 31.2',
    '-21.27, 106.2',
    '21°61\'0" 106°11\'0"',
  ]) {
    assert.notEqual(parseLandQuestion(text).kind, 'coordinates', text);
  }
});

const WORDS =
  'tờ thửa số bản đồ xã phường thôn 12 345 12a 07210 / , ; - . : ° \' " @ geo: X= Y= m 2353280 416463,3 21.27 106.2 w7g8'.split(
    ' ',
  );
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...WORDS, '\0', '\u202e', '\t', '<b>'), { maxLength: 40 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join('')),
);

test('any text has an answer, without a control character or a lone surrogate in it', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const question = parseLandQuestion(text);
      assert.doesNotMatch(JSON.stringify(question), /[\p{Cc}\p{Cs}\p{Cf}]|\\u/u);
      if ('sheet' in question && question.sheet) assert.match(question.sheet, /^\d/);
      if ('no' in question) assert.match(question.no, /^\d/);
    }),
    { numRuns: 2000 },
  );
});

test('composed and decomposed letters, capitals and spaces make no difference', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }), (words) => {
      const text = words.join(' ');
      const plain = short(parseLandQuestion(text));
      assert.equal(short(parseLandQuestion(text.normalize('NFD'))), plain);
      assert.equal(short(parseLandQuestion(` ${words.join('  ')}\u200b`)), plain);
    }),
  );
});

test('the longest question, and one letter more', () => {
  assert.notEqual(short(parseLandQuestion('ấ'.repeat(200))), 'none too_long');
  assert.equal(short(parseLandQuestion('ấ'.repeat(201))), 'none too_long');
  // Blanks count for nothing, up to what is looked at at all.
  assert.equal(short(parseLandQuestion(' '.repeat(1_000))), 'none empty');
  assert.equal(short(parseLandQuestion(' '.repeat(1_001))), 'none too_long');
});
