import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeText, latin1View } from '../../../server/domain/encoding/codec.ts';
import { mapColumns, matchesColumn } from './column-dictionary.ts';
import { decodeColumnNames } from './decode-column-names.ts';

const rolesOf = (columns: readonly string[]) =>
  Object.fromEntries([...mapColumns(columns)].map(([role, at]) => [role, at.map((index) => columns[index])]));

test('every name that legacy tables are known to use has its meaning', () => {
  const seen = {
    sheetNo: 'SHBANDO SODOTO SO_TO SOTO SHTO TOBD SHTOBD SOBANDO TOBANDO SoHieuToBanDo SOHIEUTOBA soHieuToBanDo',
    parcelNo: 'SHTHUA SOTHUA SO_THUA SH_THUA THUA SoThuTuThua SHTHUATAM SOTHUTUTHU ThuaDatSo',
    measuredArea: 'DIENTICH DTICH AREA DienTich Shape_Area',
    legalArea: 'DIENTICHPL DT_PHAPLY DTSD dienTichPhapLy DIENTICHPH dientichthuadat',
    landUse:
      'MALOAIDAT MLOAIDAT KHLOAIDAT LOAIDAT MDSD MDSD2003 KH2003 MUCDICH KYHIEUMUCD maMucDichSuDung mucDichSuDungGhep',
    holder: 'TENCHU HOTEN CHU CHUSUDUNG TENCHUSDD hovatenchusudung TENTOCHUC tenCongDong',
    address: 'DIACHI DIADANH VITRI XUDONG DIACHITHUADAT DIACHITHUA',
    commune: 'XAID MAXA MaXa MADVHC KVHC_ID',
    certificateSerial: 'SOPHATHANH soPhatHanh sophathanhgcn',
    useOrigin: 'nguonGoc NGUONGOCSDTH nguonGocChiTiet',
    scale: 'TYLE TyLe TYLEDODAC',
  };
  for (const [role, names] of Object.entries(seen)) {
    for (const name of names.split(' ')) assert.deepEqual(rolesOf([name]), { [role]: [name] }, name);
  }
});

test('two columns of one meaning are both known, the preferred one first', () => {
  assert.deepEqual(rolesOf(['SOTHUA', 'CHUSUDUNG', 'SHTHUA', 'TENCHU']), {
    parcelNo: ['SHTHUA', 'SOTHUA'],
    holder: ['TENCHU', 'CHUSUDUNG'],
  });
});

test('a running number, a computed area or the home of the holder never fills a blank', () => {
  assert.deepEqual(rolesOf(['SOTHUTU', 'SOTHUA', 'SHTHUATAM']).parcelNo, ['SOTHUA']);
  assert.deepEqual(rolesOf(['DIENTICH', 'SHAPE_AREA', 'AREA']).measuredArea, ['DIENTICH']);
  assert.deepEqual(rolesOf(['DIACHI', 'DIACHITHUA']).address, ['DIACHITHUA']);
});

test('names in Vietnamese letters mean what they mean without, whole and cut at ten bytes', () => {
  const cut = (name: string) => latin1View(new TextEncoder().encode(name).subarray(0, 10));
  const spelled = ['Số tờ', 'Số thửa', 'Diện tích', 'Loại đất', 'Tên chủ', 'CCCD', 'Địa chỉ'];
  const names = decodeColumnNames(spelled.map(cut), 'utf8');
  assert.deepEqual(names, ['Số tờ', 'Số thử', 'Diện tí', 'Loại đ', 'Tên chủ', 'CCCD', 'Địa ch']);
  assert.deepEqual(rolesOf(names), {
    sheetNo: ['Số tờ'],
    parcelNo: ['Số thử'],
    measuredArea: ['Diện tí'],
    landUse: ['Loại đ'],
    holder: ['Tên chủ'],
    identity: ['CCCD'],
    address: ['Địa ch'],
  });
});

test('the beginning of several names is none of them', () => {
  assert.deepEqual(rolesOf(['Số thứ']), {}, 'a running number');
  assert.deepEqual(rolesOf(['Số t']), {});
  assert.deepEqual(rolesOf(['Địa phương']), {});
});

test('names in the letters of the old fonts are read in the encoding of the cells', () => {
  for (const encoding of ['tcvn3', 'vni'] as const) {
    const names = ['Số tờ', 'Số thửa', 'Tên chủ', 'DTICH'].map((name) => latin1View(encodeText(name, encoding)));
    assert.deepEqual(decodeColumnNames(names, encoding), ['Số tờ', 'Số thửa', 'Tên chủ', 'DTICH'], encoding);
  }
});

test('a cut name has six letters or more, and is cut where DBF cuts', () => {
  assert.equal(matchesColumn('So-Hi.e  u', 'SOHIEUTOBANDO'), true);
  assert.equal(matchesColumn('So-Hi.e   ', 'SOHIEUTOBANDO'), false);
  assert.equal(matchesColumn('So-Hi.e u', 'SOHIEUTOBANDO'), false, 'nine bytes are no cut');
});
