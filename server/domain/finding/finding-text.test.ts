import assert from 'node:assert/strict';
import test from 'node:test';
import { mayBeEmpty, notEmpty } from '../../testing/not-empty.ts';
import { isVietnameseSyllable } from '../encoding/vietnamese-syllable.ts';
import { fillSentence, placeholdersOf } from '../words/fill-sentence.ts';
import { LANGUAGES } from '../words/language.ts';
import { FINDING_CODES } from './finding.ts';
import { DETAIL_PLACEHOLDERS } from './finding-detail-word.ts';
import { FINDING_TEXT, findingSentence, findingWords } from './finding-text.ts';

const sentences = FINDING_CODES.flatMap((code) =>
  LANGUAGES.flatMap((language) =>
    (['says', 'wayOut'] as const).map((part) => ({ code, language, part, text: FINDING_TEXT[code][language][part] })),
  ),
);

test('every code has its two sentences in both languages, and nothing else has', () => {
  assert.deepEqual(Object.keys(FINDING_TEXT).sort(), [...FINDING_CODES].sort());
  for (const { code, language, part, text } of notEmpty(sentences)) {
    assert.match(text, /^\p{Lu}.{8,}\.$/u, `${code} ${language} ${part}`);
    assert.ok(text.length <= 230, `${code} ${language} ${part} is long`);
    assert.equal(text, text.normalize('NFC'), `${code} ${language} ${part}`);
    assert.doesNotMatch(text, / {2}|\.\.|\s[.,;:](?!\w)/, `${code} ${language} ${part}`);
  }
});

test('no two codes say the same', () => {
  for (const language of LANGUAGES) {
    const seen = new Map<string, string>();
    for (const code of FINDING_CODES) {
      const { says } = findingWords(code, language);
      assert.equal(seen.get(says), undefined, `${code} and ${seen.get(says)} say "${says}"`);
      seen.set(says, code);
    }
  }
});

test('placeholders are known, stand inside brackets, and are the same in both languages', () => {
  for (const { code, language, text } of notEmpty(sentences)) {
    const names = placeholdersOf(text);
    for (const name of mayBeEmpty(names)) assert.ok(DETAIL_PLACEHOLDERS.includes(name), `${code}: {${name}}`);
    const outside = text.replaceAll(/\[[^[\]]*\]/g, '');
    assert.doesNotMatch(outside, /[[\]{}]/, `${code} ${language}: ${outside}`);
  }
  for (const code of FINDING_CODES) {
    const used = (language: 'vi' | 'en') =>
      placeholdersOf(FINDING_TEXT[code][language].says + FINDING_TEXT[code][language].wayOut).sort();
    assert.deepEqual(used('vi'), used('en'), code);
  }
});

test('every known placeholder is used by some sentence', () => {
  const used = new Set(sentences.flatMap(({ text }) => placeholdersOf(text)));
  assert.deepEqual(
    DETAIL_PLACEHOLDERS.filter((name) => !used.has(name)),
    [],
  );
});

/** Words of the trade that are no Vietnamese syllables: file kinds, options, column names, names of formats. */
const FOREIGN =
  /^(?:shapefile|zip|rar|UTF|bzip|LZMA|EPSG|VN|mm|GeoJSON|GeoPackage|GML|gdb|XML|xlsx|csv|DOCTYPE|DC|ThuaDat|M|X|Y|Z|m|km|m²|prj|shp|shx|dbf|cpg|z|SHTHUA|SHBANDO|ONT|LUC|a)$/;

test('the Vietnamese sentences are Vietnamese', () => {
  for (const { code, language, text } of notEmpty(sentences)) {
    if (language !== 'vi') continue;
    const plain = text.replaceAll(/\{\w+\}|--[\w-]+/g, ' ');
    for (const word of notEmpty(plain.match(/\p{L}+²?/gu))) {
      assert.ok(isVietnameseSyllable(word) || FOREIGN.test(word), `${code}: "${word}"`);
    }
    assert.match(plain, /[À-ỹ]/u, code);
  }
});

test('the English sentences hold no Vietnamese', () => {
  for (const { code, language, text } of notEmpty(sentences)) {
    if (language === 'en') assert.doesNotMatch(text, /[À-ỹĐđ]/u, code);
  }
});

test('at the desk no way out is an option of the command line or another run of it', () => {
  for (const code of FINDING_CODES) {
    for (const language of LANGUAGES) {
      const { says, wayOut } = findingWords(code, language, {}, 'desk');
      assert.doesNotMatch(
        `${says} ${wayOut}`,
        /--[a-z]|nhập lại|\bimport (?:again|it|them|the)\b/,
        `${code} ${language}`,
      );
      assert.match(wayOut, /^\p{Lu}.{8,}\.$/u, `${code} ${language}`);
      assert.ok(wayOut.length <= 230, `${code} ${language} is long`);
    }
  }
});

test('without a detail a sentence stays whole', () => {
  for (const code of FINDING_CODES) {
    for (const language of LANGUAGES) {
      for (const detail of [undefined, {}, { unheard: 1 }]) {
        const sentence = findingSentence(code, language, detail);
        assert.doesNotMatch(
          sentence,
          /[{}[\]]|undefined|null|NaN| {2}|\(\)|\s[.,;:)](?!\w)/,
          `${code} ${language}: ${sentence}`,
        );
        assert.match(sentence, /^\p{Lu}.*\.$/u);
      }
    }
  }
});

test('a detail stands in its sentence, with numbers as each language writes them', () => {
  const detail = { computedM2: 1234.56, declaredM2: '1200.00', allowedM2: 9.8, scale: 1000, scaleAssumed: false };
  assert.equal(
    findingWords('area.outside_tolerance', 'vi', detail).says,
    'Diện tích tính từ ranh giới khác diện tích đã ghi quá sai số cho phép: 1.234,56 m² so với 1.200 m², cho phép 9,8 m² ở tỷ lệ 1:1000.',
  );
  assert.match(
    findingSentence('area.outside_tolerance', 'en', detail),
    /1,234\.56 m² against 1,200 m², allowed 9\.8 m²/,
  );
  assert.equal(
    findingWords('key.duplicate', 'vi', { sheet: '12', no: '345', times: 2 }).says,
    'Nhiều bản ghi mang cùng số tờ và số thửa: tờ 12, thửa 345, 2 bản ghi.',
  );
  assert.equal(
    findingWords('projection.prj_overruled', 'vi', { srid: 9214, declared: null, name: 'a map' }).says,
    "Hệ tọa độ ghi trong tệp .prj không đưa các điểm về đúng xã; đã dùng VN-2000, kinh tuyến trục 107°00', múi 3° (EPSG:9214).",
  );
  assert.match(
    findingSentence('geometry.self_intersection', 'vi', {
      reason: 'Ring Self-intersection[416463.27661 2353280.6961]',
    }),
    /gần điểm \(416463,277; 2353280,696\)\./,
  );
});

test('one missing word leaves out its part only', () => {
  const wordOf = (name: string) => (name === 'a' ? 'one' : null);
  assert.equal(fillSentence('Yes[ {a}][ {b}][ {a} {b}].', wordOf), 'Yes one.');
  assert.equal(
    fillSentence('Yes[ {a}].', () => '[{b}]'),
    'Yes [{b}].',
    'a word is never read as a template',
  );
});

test('nothing about a person gets into a sentence, whichever key it slipped into', () => {
  const secrets = [
    'Nguyễn Văn Ẩn',
    'Nguyen Van An',
    '012345678901',
    '12345678901.5',
    '123456789',
    123456789012,
    'thôn Đông, số 5',
    'Self-intersection[Nguyễn 5]',
    { name: 'Nguyễn' },
    ['Nguyễn'],
    '<b>',
    '\u001b[31m',
  ];
  for (const code of FINDING_CODES) {
    for (const language of LANGUAGES) {
      for (const secret of secrets) {
        const everywhere = Object.fromEntries([...DETAIL_PLACEHOLDERS, 'reason', 'name'].map((key) => [key, secret]));
        const { bytes, claimedBytes, limitBytes, ...detail } = everywhere;
        assert.equal(findingSentence(code, language, detail), findingSentence(code, language), `${code}: ${secret}`);
        const sized = findingSentence(code, language, { bytes, claimedBytes, limitBytes });
        assert.doesNotMatch(sized, /Nguy|thôn Đông|012345678|123456789|123\.456\.789|123,456,789|<b>/, code);
      }
    }
  }
});
