/** Which pages make a document, and which say nothing: blank ones, and those that went through the scanner twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Word } from '../ocr/ocr.ts';
import { groupPages, lookAtPages, type ReadPage } from './group-pages.ts';
import { layOutPage } from './page-text.ts';

const FRONT = 'GIẤY CHỨNG NHẬN quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất 2. Thông tin thửa đất';
const BACK = '4. Sơ đồ thửa đất 6. Những thay đổi sau khi cấp Giấy chứng nhận';
const LETTER = 'Kính gửi Văn phòng đăng ký đất đai về việc bổ sung hồ sơ của thửa đất nói trên';

/** 256 bits, of which the first so many are set. */
const likeness = (bits: number): string =>
  (((1n << BigInt(bits)) - 1n) << BigInt(256 - bits)).toString(16).padStart(64, '0');

function page(pageNo: number, text: string, { ink = 0.03, bits = 0 } = {}): ReadPage {
  const words: Word[] = text
    .split(' ')
    .filter(Boolean)
    .map((word, at) => ({ text: word, confidence: 0.95, box: [at * 90, 100, 80, 30], line: 0 }));
  return { pageNo, text: layOutPage(words, 3508), codes: [], ink, likeness: likeness(bits) };
}
const marksOf = (pages: readonly ReadPage[]) => lookAtPages(pages).map(({ pageNo, mark }) => [pageNo, mark]);
const groupsOf = (pages: readonly ReadPage[]) =>
  groupPages(lookAtPages(pages)).map(({ grammar, pages: own }) => [
    grammar?.kind ?? null,
    own.map(({ pageNo }) => pageNo),
  ]);

test('a page without ink and words is blank; dust and a fold are no print, a word is', () => {
  assert.deepEqual(marksOf([page(1, FRONT), page(2, '', { ink: 0.0004 }), page(3, '. ,', { ink: 0.001 })]), [
    [1, null],
    [2, 'blank'],
    [3, 'blank'],
  ]);
  assert.deepEqual(marksOf([page(1, '', { ink: 0.02 })]), [[1, null]], 'a drawing has no words');
  assert.deepEqual(marksOf([page(1, 'Đã thu hồi ngày', { ink: 0.001 })]), [[1, null]], 'faint print is print');
});

test('the same page once more is doubled; one of the same look with other words is another', () => {
  assert.deepEqual(marksOf([page(1, LETTER), page(2, LETTER, { bits: 12 }), page(3, LETTER, { bits: 3 })]), [
    [1, null],
    [2, 'doubled'],
    [3, 'doubled'],
  ]);
  const other = LETTER.replace('bổ sung', 'đính chính').replace('thửa đất nói trên', 'ông Hư Cấu xã Thử Nghiệm');
  assert.deepEqual(marksOf([page(1, LETTER), page(2, other)])[1], [2, null]);
  assert.deepEqual(marksOf([page(1, LETTER), page(2, LETTER, { bits: 120 })])[1], [2, null], 'it looks otherwise');
});

test('each first side begins a document; blank and doubled pages stay with their neighbour, and none is lost', () => {
  const file = [
    page(1, '', { ink: 0.0002 }),
    page(2, FRONT, { bits: 10 }),
    page(3, BACK, { bits: 60 }),
    page(4, BACK, { bits: 61 }),
    page(5, '', { ink: 0.0002, bits: 90 }),
    page(6, `${FRONT} của thửa khác, tờ khác, người khác hẳn, ở một xã khác`, { bits: 130 }),
    page(7, `${BACK} ở một xã khác, tờ khác, thửa khác hẳn`, { bits: 200 }),
  ];
  assert.deepEqual(groupsOf(file), [
    ['certificate_qr', [1, 2, 3, 4, 5]],
    ['certificate_qr', [6, 7]],
  ]);
  assert.deepEqual(groupsOf([page(1, LETTER), page(2, FRONT, { bits: 90 })]), [
    [null, [1]],
    ['certificate_qr', [2]],
  ]);
});
