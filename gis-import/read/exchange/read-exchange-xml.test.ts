/** The exchange XML as a stranger may have written it: read as what it says, refused with a code where it says nothing or too much. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { OWN_NAMESPACE } from '../../../server/domain/exchange/exchange-names.ts';
import { FileRefused } from '../../../server/domain/finding/finding.ts';
import { readExchangeXml } from './read-exchange-xml.ts';
import { XML_LIMITS } from './read-xml.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-xml-'));
});
after(() => rm(folder, { recursive: true }));

let written = 0;
async function read(text: string | Buffer, limits = XML_LIMITS) {
  written += 1;
  const path = join(folder, `${written}.xml`);
  await writeFile(path, text);
  return readExchangeXml(path, limits);
}
async function codeOf(text: string | Buffer, limits = XML_LIMITS): Promise<unknown> {
  try {
    return await read(text, limits);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return error.detail.problem === undefined ? error.code : `${error.code} ${error.detail.problem}`;
  }
}
const boundary = (rings: readonly string[], srid: string | number = 9214) =>
  `<db:ranhGioi xmlns:db="${OWN_NAMESPACE}"><db:srid>${srid}</db:srid>${rings.map((ring) => `<db:vong>${ring}</db:vong>`).join('')}</db:ranhGioi>`;
const SQUARE = '0 0 0 10 10 10 10 0 0 0';
const parcel = (no: string, inner = '') =>
  `<DC_ThuaDat><thuaDatId>${no}</thuaDatId><soHieuToBanDo>12</soHieuToBanDo><soThuTuThua>${no}</soThuTuThua>${inner}</DC_ThuaDat>`;

test('fields, purposes, holders and papers of each parcel, whatever prefixes and places its tables have', async () => {
  const { records, columns, srid, unused } = await read(`\ufeff<?xml version="1.0" encoding="utf-8"?>
    <x:Tep xmlns:x="urn:other"><x:HoSoXml>
      <x:ThongTinTaiSan>${parcel('1', `<dienTich>99</dienTich><x:DC_MucDichSuDung><maMucDichSuDung>ONT</maMucDichSuDung><dienTich>60</dienTich></x:DC_MucDichSuDung><DC_MucDichSuDung><maMucDichSuDung>CLN</maMucDichSuDung><dienTich>40</dienTich><ngayHetHanSuDung>2050-01-01</ngayHetHanSuDung></DC_MucDichSuDung>${boundary([SQUARE, '2 2 4 2 4 4 2 2'])}<ghiChu><![CDATA[a < b]]></ghiChu>`)}
        ${parcel('2', boundary([SQUARE]))}</x:ThongTinTaiSan>
      <DC_QuyenSuDungDat><thuaDatId>1</thuaDatId><chuId>a</chuId><db:soPhatHanh xmlns:db="${OWN_NAMESPACE}">AA 1</db:soPhatHanh></DC_QuyenSuDungDat>
      <DC_QuyenSuDungDat><thuaDatId>1</thuaDatId><chuId>b</chuId></DC_QuyenSuDungDat>
      <DC_ToChuc><db:ma xmlns:db="${OWN_NAMESPACE}">b</db:ma><tenToChuc>Công ty &amp; B</tenToChuc></DC_ToChuc>
      <DC_CaNhan><caNhanId>a</caNhanId><hoTen>Nguyễn Thị A</hoTen><namSinh>1980</namSinh></DC_CaNhan>
    </x:HoSoXml></x:Tep>`);
  assert.deepEqual(
    records.map(({ fields, shape }) => [Object.fromEntries(fields), shape.kind === 'polygon' && shape.parts.length]),
    [
      [
        {
          soHieuToBanDo: '12',
          soThuTuThua: '1',
          ghiChu: 'a < b',
          maMucDichSuDung: 'ONT 60+CLN 40',
          tenChu: 'Nguyễn Thị A; Công ty & B',
          soPhatHanh: 'AA 1',
        },
        2,
      ],
      [{ soHieuToBanDo: '12', soThuTuThua: '2' }, 1],
    ],
  );
  assert.deepEqual(columns, ['soHieuToBanDo', 'soThuTuThua', 'ghiChu', 'maMucDichSuDung', 'tenChu', 'soPhatHanh']);
  assert.deepEqual([srid, unused], [9214, ['namSinh', 'ngayHetHanSuDung']], 'what is left out is named');
});

test('a boundary that cannot be read keeps its reason; one parcel without dossier and system is one too', async () => {
  const shapes = ['1 2 3', '1 2 x 4 5 6 7 8', '0 0 0 1 1 1', '1e3 0 0 1 1 1 0 0', '900000000 0 0 1 1 1 0 0'];
  const { records } = await read(
    `<a>${shapes.map((ring, i) => parcel(String(i), boundary([ring]))).join('')}${parcel('9', boundary([]))}</a>`,
  );
  assert.deepEqual(
    records.map(({ shape }) => (shape.kind === 'unusable' ? shape.code : shape.kind)),
    [
      'geometry.damaged',
      'geometry.damaged',
      'geometry.too_few_points',
      'geometry.damaged',
      'geometry.not_finite',
      'geometry.null',
    ],
  );
  const bare = await read(`${parcel('7')}`);
  assert.deepEqual([bare.records.length, bare.srid], [1, null]);
});

test('entities, depth, length, other encodings, halves and other XML end with a code and read nothing', async () => {
  const doctype = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
  const cases: readonly [string | Buffer, string][] = [
    [`${doctype}<a>${parcel('&c;')}</a>`, 'file.xml_damaged doctype'],
    [`<a>${parcel('&b;')}</a>`, 'file.xml_damaged form'],
    [`${'<a>'.repeat(40)}${parcel('1')}${'</a>'.repeat(40)}`, 'file.xml_damaged depth'],
    [`<a>${parcel('1'.repeat(2_000))}</a>`, 'file.xml_damaged letters'],
    [`<a>${parcel('1')}`, 'file.xml_damaged form'],
    [`<a>${parcel('1')}</b>`, 'file.xml_damaged form'],
    ['', 'file.xml_unknown'],
    ['không phải XML', 'file.xml_damaged form'],
    [`<?xml version="1.0" encoding="windows-1258"?><a>${parcel('1')}</a>`, 'file.xml_damaged encoding'],
    [Buffer.from(`<a>${parcel('ừ')}</a>`, 'utf16le'), 'file.xml_damaged encoding'],
    [`<a>${parcel('1', '<soThuTuThua>2</soThuTuThua>')}</a>`, 'file.xml_damaged field_twice'],
    ['<gml xmlns="http://www.opengis.net/gml"><featureMember/></gml>', 'file.xml_unknown'],
    [`<a>${parcel('1', boundary([SQUARE]))}${parcel('2', boundary([SQUARE], 9209))}</a>`, 'file.several_systems'],
  ];
  for (const [text, code] of cases)
    assert.equal(await codeOf(text, { ...XML_LIMITS, letters: 1_000 }), code, text.toString('utf8').slice(0, 80));
  assert.equal(await codeOf(`<a>${parcel('1')}</a>`, { ...XML_LIMITS, bytes: 20 }), 'file.too_large');
});
