import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseLandQuestion } from '../../server/domain/question/land-question.ts';
import { parseParcelNo, parseSheetNo } from './cell/parse-key.ts';

const part = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.constantFrom('', '', 'a', 'A', 'đ', 'Đ'))
  .map(([n, letter]) => `${n}${letter}`);
const parcel = fc
  .tuple(part, fc.array(fc.tuple(fc.constantFrom('+', ',', '/', '&', '-', ' + ', ' / '), part), { maxLength: 3 }))
  .map(([first, more]) => first + more.map(([sign, next]) => sign + next).join(''));
const sheet = fc.oneof(
  part,
  fc.integer({ min: 1, max: 999_999_999 }).map(String),
  fc.constantFrom('tờ 12', 'DC12', 'ĐC 7', '012a'),
);

test('what the import can register, the question can ask, written as it stood in the file', () => {
  fc.assert(
    fc.property(sheet, parcel, (rawSheet, rawNo) => {
      const [kept, no] = [parseSheetNo(rawSheet, 'decimal').value, parseParcelNo(rawNo, 'decimal').value];
      if (kept === null || no === null) return;
      for (const text of [
        `tờ ${kept} thửa ${no}`,
        `thửa đất số ${no}, tờ bản đồ số ${kept}`,
        `Tờ ${rawSheet.replace('tờ ', '')} thửa ${rawNo}`,
      ]) {
        const question = parseLandQuestion(text);
        assert.deepEqual(question, { kind: 'parcel', sheet: kept, no, also: [], unread: [] }, text);
      }
    }),
    { numRuns: 2000 },
  );
});
