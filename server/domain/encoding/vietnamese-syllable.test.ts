import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isVietnameseSyllable, syllableScore } from './vietnamese-syllable.ts';

const REAL = `Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Giáp Thân Nông Vi Ong Khổng Quách Nghiêm
  Ước Ổn Yến Uyên Oanh Ý Ái Út Yêm Quý Quỳnh Quyết Quyên Quốc Quang Quảng Quân Quế Quới Quất Quẹt gì gìn giữ giếng giặc già giết
  Khuê Khuyến Khuya khuỷu Huyện Tuyết Thuở Thuần Luật Xuân Thoát Toàn Hoài xoáy ngoéo loắt Chuẩn nghĩa nghiêng ngành ghế ghềnh kênh
  kiểm ký kỳ Mỹ Tỷ sỹ Vỹ Ly Thy đất thửa tờ bản đồ địa chính phường xã thôn xóm khoảnh đường mương vườn ao rừng suối khe đèo ruộng
  lúa hưu rượu hươu khướu thuế tuần uống ướt ưa ỉa ích ếch ạch xoong moóc thùy thuỷ hòa hoà khỏe khoẻ lóa loá tuỳ tùy huế quý qúy
  pin phở thị chợ trại trường tòa toà khoan hoắc loạn thoắt nhuệ nguyệt ruột chuột muỗi tưởng người nghiệp huỵch`;

const NOT = `Thn Nguyn Nguyôn Nguyeãn Vaên Nguyơn Thoõn Nguyeón ngi ghan kan cen ce ngê nghan gha quu coa cuyên xyz wang John Smith
  hat lac mep ich chăp bôt mét̀ hàt mãch tỉch hắtt trươg bbao nguyễnn ưe eư oưa iêa âi ăn̉g ơng đơng nuớcg thôm̀n Łódź Tràần đđ ng nh
  UBND TDP TNHH Thúôn hoán̂ tùôn`;

test('words of names, places and land records are syllables, in any case', () => {
  for (const word of REAL.split(/\s+/)) {
    assert.ok(isVietnameseSyllable(word), word);
    assert.ok(isVietnameseSyllable(word.toUpperCase()), word.toUpperCase());
    assert.ok(isVietnameseSyllable(word.normalize('NFD')), `${word} decomposed`);
  }
});

test('foreign words, misread bytes and impossible spellings are not', () => {
  for (const word of NOT.split(/\s+/)) assert.ok(!isVietnameseSyllable(word), word);
  assert.ok(!isVietnameseSyllable(''));
  assert.ok(!isVietnameseSyllable('a'.repeat(17)));
});

test('stopped codas take sắc and nặng only', () => {
  for (const coda of ['p', 't', 'c', 'ch']) {
    const toned = ['a', 'à', 'ả', 'ã', 'á', 'ạ'].map((vowel) => isVietnameseSyllable(`b${vowel}${coda}`));
    assert.deepEqual(toned, [false, false, false, false, true, true], coda);
  }
});

test('the tone stands in its old or its new place, and nowhere else', () => {
  assert.deepEqual(
    ['hòa', 'hoà', 'hoàn', 'hòan', 'nguyễn', 'ngũyên', 'được', 'đựơc', 'cưả', 'cửa'].map(isVietnameseSyllable),
    [true, true, true, false, true, false, true, false, false, true],
  );
});

test('the score counts words, leaves codes out, and does not mind the form of Unicode', () => {
  assert.deepEqual(syllableScore('Thôn Thanh Ấm, xã Yên Lĩnh'), { syllables: 6, valid: 6 });
  assert.deepEqual(syllableScore('Thôn Thanh Ấm'.normalize('NFD')), { syllables: 3, valid: 3 });
  assert.deepEqual(syllableScore('UBND xã, lô 12a, K3'), { syllables: 3, valid: 2 });
  assert.deepEqual(syllableScore('123 / 4'), { syllables: 0, valid: 0 });
});
