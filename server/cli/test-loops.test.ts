import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findEmptyLoops } from './check/test-loops.ts';

/** Lines of a test in which the check finds a loop that may go over nothing. */
const linesOf = (text: string) => findEmptyLoops('x.test.ts', text).map((complaint) => Number(complaint.split(':')[1]));
const asserts = 'assert.ok(one)';

for (const [what, text] of [
  ['the rows of a query', `const { rows } = await ask(); for (const one of rows) ${asserts};`],
  ['a filter', `for (const one of LIST.filter(Boolean)) ${asserts};`],
  ['a list made of one', `const some = LIST.filter(Boolean); for (const one of some.map(String)) ${asserts};`],
  ['matches of a text', `for (const one of text.match(/a/g) ?? []) { ${asserts}; }`],
  ['an assertion of every one', `assert.ok(rows.every((one) => one));`],
  [
    'what another function asserts of',
    `function a() { assert.equal(rows.length, 3); }\nfunction b() { for (const one of rows) ${asserts}; }`,
  ],
  ['nothing but what is spread', `for (const one of [...rows]) ${asserts};`],
] as const)
  test(`refused: ${what}`, () => assert.equal(linesOf(text).length, 1));

for (const [what, text] of [
  ['what is written down', `for (const one of ['a', 'b']) ${asserts};`],
  [
    'a list of the file, however it is walked',
    `const all = { a: 1 }; for (const [one] of Object.entries(all).map(String)) ${asserts};`,
  ],
  ['a constant of another file', `for (const one of FINDING_CODES) ${asserts};`],
  ['answers to what is written down', `for (const one of await Promise.all([1, 2].map(ask))) ${asserts};`],
  ['what an assertion counts', `assert.equal(rows.length, 3); for (const one of rows) ${asserts};`],
  ['what is said not to be empty', `for (const one of notEmpty(rows.filter(Boolean)).entries()) ${asserts};`],
  ['what may rightly be', `for (const one of mayBeEmpty(rows)) ${asserts};`],
  ['a loop that asserts nothing', 'for (const one of rows) await drop(one);'],
  ['a choice that is no assertion', 'const all = rows.every((one) => one);'],
] as const)
  test(`let through: ${what}`, () => assert.deepEqual(linesOf(text), []));

test('the line is named', () => assert.deepEqual(linesOf(`const a = 1;\n\nfor (const one of rows) ${asserts};`), [3]));
