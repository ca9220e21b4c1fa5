/** Every rule is tried with what keeps it, what breaks it and what it does not speak of; a rule that lacks one of them fails here. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { mayBeEmpty, notEmpty } from '../../../testing/not-empty.ts';
import { verdictSentence } from '../verdict-text.ts';
import { ALL_RULES, CHECKED_RULES } from './all-rules.ts';
import { judge } from './judge.ts';
import type { Fixtures, Rule } from './rule.ts';

type CheckedCode = keyof typeof CHECKED_RULES;
interface RuleFile {
  readonly path: string;
  readonly exported: Readonly<Record<string, unknown>>;
}

const ROOM = fileURLToPath(new URL('.', import.meta.url));
/** What several rules of a folder share. */
const SHARED = new Set(['land/round2.ts', 'right/stopped-by.ts']);

const FILES: RuleFile[] = [];
for (const folder of ['land', 'right', 'target'])
  for (const name of readdirSync(`${ROOM}/${folder}`).filter((file) => !SHARED.has(`${folder}/${file}`)))
    FILES.push({ path: `${folder}/${name}`, exported: await import(`./${folder}/${name}`) });

const camel = (path: string) =>
  path.replace(/^.*\/|\.ts$/g, '').replaceAll(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());

const ruleOf = ({ path, exported }: RuleFile) => exported[camel(path)] as Rule<unknown, CheckedCode> | undefined;

test('each file is one rule of the table, called like the file; the table has no others', () => {
  const codes = notEmpty(FILES).map((file) => {
    const rule = ruleOf(file);
    assert.ok(rule, `${file.path} exports no ${camel(file.path)}`);
    assert.equal(CHECKED_RULES[rule.code] as unknown, rule, `${rule.code} stands in the table`);
    return rule.code;
  });
  assert.deepEqual(codes.toSorted(), Object.keys(CHECKED_RULES).toSorted());
});

for (const file of notEmpty(FILES)) {
  test(`rule ${file.path}: kept, broken, and not applicable`, () => {
    const rule = ruleOf(file);
    const fixtures = file.exported.fixtures as Fixtures<unknown> | undefined;
    assert.ok(rule && fixtures, 'a rule comes with its three fixtures');
    for (const name of ['passes', 'fails', 'notApplicable'] as const) assert.ok(name in fixtures, `no fixture ${name}`);
    assert.deepEqual(rule.check(fixtures.passes), [], 'kept');
    assert.equal(rule.check(fixtures.notApplicable), null, 'not applicable');
    const verdicts = judge(rule, fixtures.fails);
    for (const verdict of notEmpty(verdicts)) {
      assert.equal(verdict.code, rule.code);
      for (const language of ['vi', 'en'] as const) {
        const sentence = verdictSentence(verdict, language);
        assert.ok(sentence.length > 20 && !/[[\]{}]/.test(sentence), sentence);
      }
    }
    if (fixtures.limit) {
      assert.deepEqual(rule.check(fixtures.limit.kept), [], 'kept at the limit');
      assert.ok((rule.check(fixtures.limit.broken) ?? []).length > 0, 'broken beyond it');
    }
    assert.deepEqual(judge(rule, fixtures.fails), verdicts, 'pure: asked again it says the same');
  });
}

test('every fact that a sentence names is one that its rule tells', () => {
  for (const file of notEmpty(FILES)) {
    const rule = ruleOf(file)!;
    const { fails } = file.exported.fixtures as Fixtures<unknown>;
    const told = new Set((rule.check(fails) ?? []).flatMap((facts) => Object.keys(facts)));
    for (const text of [rule.vi, rule.en])
      for (const [, name] of mayBeEmpty([...text.matchAll(/\{(\w+)\}/g)]))
        assert.ok(told.has(name!), `${rule.code} names {${name}}`);
  }
});

test('both languages of every code name the same facts', () => {
  for (const [code, { vi, en }] of Object.entries(ALL_RULES)) {
    const named = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
    assert.deepEqual(named(vi), named(en), code);
  }
});
