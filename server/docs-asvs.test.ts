/** docs/asvs.md answers each requirement of the first two levels once, and what an answer rests on is there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAbsentTests, namedTests } from './testing/named-tests.ts';
import { readDoc, rowsOf } from './testing/read-docs.ts';

/** Levels of the requirements of each section of ASVS 5.0.0, in their order; those of level 3 are not answered. */
const LEVELS: Readonly<Record<string, string>> = {
  '1.1': '22',
  '1.2': '1111122223',
  '1.3': '112222222223',
  '1.4': '222',
  '1.5': '123',
  '2.1': '122',
  '2.2': '112',
  '2.3': '12223',
  '2.4': '23',
  '3.1': '3',
  '3.2': '113',
  '3.3': '12223',
  '3.4': '11222233',
  '3.5': '11122333',
  '3.6': '3',
  '3.7': '22333',
  '4.1': '12233',
  '4.2': '23333',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112333',
  '5.3': '113',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '11223333',
  '6.4': '112233',
  '6.5': '22222333',
  '6.6': '2223',
  '6.7': '33',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '223',
  '7.6': '22',
  '8.1': '1233',
  '8.2': '1123',
  '8.3': '133',
  '8.4': '23',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '223',
  '10.3': '22223',
  '10.4': '1111122222233333',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '2233',
  '11.2': '22233',
  '11.3': '11233',
  '11.4': '1222',
  '11.5': '23',
  '11.6': '23',
  '11.7': '33',
  '12.1': '12233',
  '12.2': '11',
  '12.3': '22223',
  '13.1': '2333',
  '13.2': '222223',
  '13.3': '2233',
  '13.4': '1222233',
  '14.1': '22',
  '14.2': '12223333',
  '14.3': '122',
  '15.1': '12233',
  '15.2': '12233',
  '15.3': '1222222',
  '15.4': '3333',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '2223',
  '17.1': '23',
  '17.2': '22223333',
  '17.3': '22',
};
const ASKED = Object.entries(LEVELS).flatMap(([section, levels]) =>
  [...levels].map((level, at) => ({ no: `${section}.${at + 1}`, level })).filter(({ level }) => level !== '3'),
);
const ANSWERS = ['met', 'deployment', 'not applicable', 'open'] as const;
type Answer = (typeof ANSWERS)[number];

const page = readDoc('docs/asvs.md');
const rows = rowsOf(page)
  .filter(([no]) => /^\d/.test(no ?? ''))
  .map(([no, level, name, answer, why]) => ({ no: no!, level: level!, name: name!, answer: answer!, why: why ?? '' }));

test('each requirement is answered once, in order, under its level', () => {
  assert.equal(ASKED.length, 253);
  assert.deepEqual(
    rows.map(({ no, level }) => `${no} ${level}`),
    ASKED.map(({ no, level }) => `${no} ${level}`),
  );
});

/** A file, or a section of a page; that both are there docs-paths.test.ts holds for every page. */
const EVIDENCE = /`(server|gis-import|web|migrations|templates|docs)\/[^`]+`|\]\([\w./]+\.md[#)]/;
const IN_THE_MANUAL = /\]\(operations\.md#[^)]+\)/;

/** What an answer does not say and must; null where it says it. */
function lacks({ answer, why }: { readonly answer: string; readonly why: string }): string | null {
  if (!ANSWERS.includes(answer as Answer)) return `"${answer}" is no answer`;
  if (answer === 'met') return EVIDENCE.test(why) ? null : 'names nothing by which it is met';
  if (answer === 'deployment') return IN_THE_MANUAL.test(why) ? null : 'names no place in operations.md';
  return why.length > 5 ? null : 'no reason';
}

test('each answer says where or why, and the tests it names have these titles', () => {
  const wrong = rows.flatMap((row) => {
    const lacking = lacks(row);
    const absent = findAbsentTests(namedTests(row.why)).map(({ file, title }) => `${row.no}: ${file} "${title}"`);
    return lacking === null ? absent : [...absent, `${row.no}: ${lacking}`];
  });
  assert.deepEqual(wrong, []);
});

test('the sums at the head are those of the rows', () => {
  const sums = rowsOf(page).filter(([level]) => /^level \d/.test(level ?? ''));
  const counted = ['1', '2'].map((level) => {
    const of = rows.filter((row) => row.level === level);
    const each = ANSWERS.map((answer) => of.filter((row) => row.answer === answer).length);
    return [`level ${level}`, ...each.map(String), String(of.length)];
  });
  assert.deepEqual(sums, counted);
});
