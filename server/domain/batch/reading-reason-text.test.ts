import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../words/language.ts';
import { READING_REASONS, type ReadingReason } from './reading-reason.ts';
import { READING_REASON_TEXT, readingReasonWords, reportedReason } from './reading-reason-text.ts';

const placesIn = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const say = (reasons: readonly ReadingReason[], language: 'vi' | 'en') =>
  readingReasonWords({ reason: reportedReason(reasons), reasons }, language);

test('every code of the closed list has a clause in both languages, with the same to fill in', () => {
  assert.deepEqual(Object.keys(READING_REASON_TEXT).sort(), [...READING_REASONS].sort());
  for (const code of READING_REASONS) {
    const { vi, en } = READING_REASON_TEXT[code];
    assert.notEqual(vi, en, code);
    assert.deepEqual(placesIn(vi), placesIn(en), code);
    for (const clause of [vi, en]) assert.doesNotMatch(clause, /[.;]$/, code);
  }
});

test('clauses become one sentence; codes of EPSG are names and numbers are written as each language does', () => {
  const reasons: ReadingReason[] = [
    { code: 'projection.inside_swapped', params: { share: 98, srid: 9214 } },
    { code: 'projection.prj_differs', params: {} },
    { code: 'projection.rivals', params: { srids: [9205, 3405] } },
  ];
  assert.deepEqual(say(reasons, 'vi'), {
    text: '98% số điểm thử rơi vào xã theo EPSG:9214, với X là hướng bắc và Y là hướng đông; tệp .prj không có hoặc ghi khác; EPSG:9205, 3405 cũng phù hợp.',
    language: 'vi',
  });
  assert.equal(
    reportedReason(reasons),
    '98% of the sampled points fall into the commune in EPSG:9214, with X as north and Y as east; not what the .prj says or none was given; EPSG:9205, 3405 would fit as well',
  );
  const words: ReadingReason = {
    code: 'encoding.syllables',
    params: { share: 97, words: 1412, otherShare: 31, other: 'vni' },
  };
  assert.equal(
    say([words], 'vi').text,
    '97% trong 1.412 từ khác nhau đọc được thành âm tiết tiếng Việt, theo VNI là 31%.',
  );
  assert.equal(say([words], 'en').text, '97% of 1,412 different words read as Vietnamese syllables, 31% as VNI.');
});

test('a report of an earlier or a later release still says why, in English', () => {
  const reason = '98 % of 412 different words read as Vietnamese syllables, 31 % as vni';
  for (const language of LANGUAGES) {
    assert.deepEqual(readingReasonWords({ reason }, language), {
      text: '98% of 412 different words read as Vietnamese syllables, 31% as vni.',
      language: 'en',
    });
    const unheard = [{ code: 'projection.by_lot', params: {} }] as unknown as ReadingReason[];
    assert.deepEqual(readingReasonWords({ reason: 'drawn by lot', reasons: unheard }, language), {
      text: 'Drawn by lot.',
      language: 'en',
    });
  }
});
