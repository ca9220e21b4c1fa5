import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import Value from 'typebox/value';
import { ImportReport, type ReportedFinding } from '../../server/domain/batch/import-report.ts';
import { FINDING_CODES } from '../../server/domain/finding/finding.ts';
import { LANGUAGES } from '../../server/domain/words/language.ts';
import { notEmpty } from '../../server/testing/not-empty.ts';
import { summaryText } from './summary-text.ts';
import { sureness } from './summary-words.ts';

/** A report made by hand; the commune, the sheet and every number are fictional. */
const REPORT: ImportReport = {
  batchId: '0199b7c2-5d10-7a40-8c11-3f1f2a6b9e01',
  sourceSha256: 'ab'.repeat(32),
  status: 'validated',
  files: [
    { name: 'to-12.shp', kind: 'shapefile', status: 'read', reason: null, records: 3774 },
    { name: 'to-12.dbf', kind: 'shapefile', status: 'read', reason: null, records: 0 },
    { name: 'ghi-chú.docx', kind: 'other', status: 'ignored', reason: 'companion', records: 0 },
  ],
  counts: { read: 3774, valid: 3690, warned: 60, blocked: 3, refused: 14, ignored: 7 },
  encoding: {
    detected: 'tcvn3',
    used: 'tcvn3',
    confidence: 0.994,
    columns: { TENCHU: 'tcvn3', GHICHU: 'vni' },
    reason: '98% of 412 different words read as Vietnamese syllables, 31% as VNI',
    reasons: [{ code: 'encoding.syllables', params: { share: 98, words: 412, otherShare: 31, other: 'vni' } }],
  },
  srid: {
    declared: 9213,
    detected: 9214,
    used: 9214,
    axesSwapped: true,
    confidence: 0.95,
    reason:
      '100% of the sampled points fall into the commune in EPSG:9214, with X as north and Y as east; not what the .prj says or none was given; no other known system fits',
    reasons: [
      { code: 'projection.inside_swapped', params: { share: 100, srid: 9214 } },
      { code: 'projection.prj_differs', params: {} },
      { code: 'projection.no_rival', params: {} },
    ],
  },
  commune: {
    claimed: '99011',
    code: '99001',
    name: 'Xã Vân Sơn',
    numberedIn: { code: '99011', validFrom: '2008-01-01' },
  },
  columns: { SHTHUA: 'parcelNo', TENCHU: 'holder' },
  findings: [
    {
      code: 'key.parcel_no_missing',
      severity: 'error',
      count: 14,
      samples: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      detail: {},
    },
    {
      code: 'geometry.self_intersection',
      severity: 'error',
      count: 3,
      samples: [12, 87, 91],
      detail: { reason: 'Self-intersection[416463.27661 2353280.6961]' },
    },
    {
      code: 'area.outside_tolerance',
      severity: 'warning',
      count: 1,
      samples: [1201],
      detail: { computedM2: 1234.56, declaredM2: 1200, allowedM2: 9.8, scale: 1000, scaleAssumed: false },
    },
    {
      code: 'projection.prj_overruled',
      severity: 'warning',
      count: 1,
      samples: [],
      detail: { srid: 9214, declared: 9213, name: 'X' },
    },
    { code: 'text.case_repaired', severity: 'info', count: 1250, samples: [1, 1, 2, 3], detail: { column: 'TENCHU' } },
  ],
  promotion: null,
  durationMs: 4213,
  stages: { read: 400, stage: 900, unpack: 3, convert: 1210, receive: 20, validate: 1680 },
};

const PROMOTED: ImportReport = {
  ...REPORT,
  status: 'promoted',
  counts: { ...REPORT.counts, blocked: 0, ignored: 10 },
  promotion: { dealingId: '0199b7c2-5d10-7a40-8c11-3f1f2a6b9e02', parcels: 3750, registeredAt: '2026-11-24T07:05:09Z' },
};

const REFUSED: ImportReport = {
  ...REPORT,
  status: 'refused',
  files: [{ name: 'to-12.zip', kind: 'unknown', status: 'refused', reason: 'file.zip_damaged', records: 0 }],
  counts: { read: 0, valid: 0, warned: 0, blocked: 0, refused: 0, ignored: 0 },
  encoding: { detected: null, used: null, confidence: 0, columns: {}, reason: 'not read' },
  srid: { declared: null, detected: null, used: null, axesSwapped: false, confidence: 0, reason: 'not read' },
  findings: [{ code: 'file.zip_damaged', severity: 'error', count: 1, samples: [], detail: {} }],
  stages: {},
  durationMs: 12,
};

for (const language of LANGUAGES) {
  test(`the summary as it was agreed on (${language})`, async () => {
    assert.ok(Value.Check(ImportReport, REPORT), 'the report by hand is a report');
    const golden = new URL(`./summary-text.${language}.golden`, import.meta.url);
    const expected = await readFile(golden, 'utf8');
    const divider = `\n\n${'='.repeat(80)}\n\n`;
    assert.equal([REPORT, PROMOTED, REFUSED].map((each) => `${summaryText(each, language)}\n`).join(divider), expected);
  });

  test(`no line is wider than asked, and no blank but the ordinary one is left (${language})`, () => {
    const findings = FINDING_CODES.map((code) => ({ code, severity: 'warning' as const, count: 1, samples: [1] }));
    for (const width of [40, 57, 80, 120]) {
      const text = summaryText({ ...REPORT, findings }, language, width, { name: `${'a'.repeat(130)}.zip` });
      for (const line of notEmpty(text.split('\n'))) assert.ok([...line].length <= width, `${width}: ${line}`);
      assert.doesNotMatch(text, /[^\S\n ]|[{}[\]]|undefined|NaN|(?<!geometry\.)null/);
    }
  });
}

test('the status is the first word, with colour or without', () => {
  assert.match(summaryText(REPORT, 'vi'), /^BỊ CHẶN {2}to-12\.shp\n/);
  assert.match(summaryText(PROMOTED, 'vi', 80, { name: 'xã.zip' }), /^ĐÃ ĐĂNG KÝ {2}xã\.zip\n/);
  assert.match(summaryText(REFUSED, 'en'), /^REFUSED {2}to-12\.zip\n/);
  const coloured = summaryText(REPORT, 'vi', 80, { colour: true });
  assert.ok(coloured.startsWith('\u001b[1;33mBỊ CHẶN\u001b[0m  to-12.shp\n'));
  assert.ok(coloured.includes('\u001b[1;31mLỖI\u001b[0m '));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ANSI colours are what is looked at
  assert.equal(coloured.replaceAll(/\u001b\[[\d;]*m/g, ''), summaryText(REPORT, 'vi'));
});

/** The paragraph behind the last label, on one line. */
const next = (report: ImportReport) => summaryText(report, 'vi').split('Tiếp theo')[1]!.replaceAll(/\s+/g, ' ').trim();

test('what to do next follows from what became of the batch', () => {
  const clean = { ...REPORT, counts: { ...REPORT.counts, blocked: 0, valid: 3693 }, findings: [] };
  assert.match(next(clean), /^14 bản ghi không thể .* --promote để đăng ký 3\.753 bản ghi hợp lệ\.$/);
  assert.match(summaryText(clean, 'vi'), /^ĐÃ KIỂM TRA {2}/);
  assert.match(next(REPORT), /3 bản ghi bị chặn .* --exclude-errors để loại chúng ra/);
  const ambiguous: ReportedFinding = { code: 'projection.ambiguous', severity: 'error', count: 1, samples: [] };
  const doubtful = { ...clean, findings: [ambiguous] };
  assert.match(next(doubtful), /\(projection\.ambiguous\) chặn việc đăng ký; --exclude-errors không bỏ qua được/);
  assert.match(summaryText(doubtful, 'vi'), /^BỊ CHẶN {2}/);
  const nothing = { ...clean, counts: { read: 5, valid: 0, warned: 0, blocked: 0, refused: 5, ignored: 0 } };
  assert.match(next(nothing), /^Không có bản ghi nào đăng ký được\./);
  assert.match(next(REFUSED), /^Chưa có gì được nhập\..*--again\.$/);
  assert.match(next(PROMOTED), /Việc nhập đã xong/);
});

test('a stranger’s words move no cursor, and a person in a detail is not shown', () => {
  const text = summaryText(
    {
      ...REPORT,
      files: [{ name: 'a\u001b[2J\n.shp', kind: 'shapefile', status: 'read', reason: null, records: 1 }],
      encoding: { ...REPORT.encoding, columns: { 'T\u001b[31m': 'vni' } },
      srid: {
        ...REPORT.srid,
        reasons: [{ code: 'projection.nowhere_nor_prj', params: { name: 'x\u001b[2J \u0007' } }],
      },
      findings: [
        {
          code: 'land_use.unknown',
          severity: 'warning',
          count: 1,
          samples: [1],
          detail: { landUse: 'NGUYỄN VĂN ẨN 012345678901' },
        },
      ],
      stages: { 'x\u001b': 1 },
    },
    'vi',
  );
  assert.doesNotMatch(text, /\p{Cc}(?<!\n)/u);
  assert.doesNotMatch(text, /NGUYỄN|012345678901/);
});

test('boundaries of many communes have no commune to show', () => {
  const kind = 'commune-boundary';
  const text = summaryText({ ...PROMOTED, commune: null, findings: [] }, 'vi', 80, { kind });
  assert.doesNotMatch(text, /^Xã/m);
  assert.match(text, /3\.750 ranh giới, lúc 14:05 ngày 24\/11\/2026/);
  const one = summaryText({ ...PROMOTED, promotion: { ...PROMOTED.promotion!, parcels: 1 } }, 'en', 80, { kind });
  assert.match(one, /\b1 boundary, /);
});

test('how sure something is, at the limits of the words for it', () => {
  const words = [1, 0.95, 0.949, 0.8, 0.799, 0.5, 0.499].map((confidence) => sureness(confidence, 'en'));
  assert.deepEqual(words, ['sure', 'sure', 'fairly sure', 'fairly sure', 'not sure', 'not sure', 'a guess']);
});
