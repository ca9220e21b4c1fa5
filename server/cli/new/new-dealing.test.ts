import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import ts from 'typescript';
import { listSources } from '../check/list-sources.ts';
import { ROOT } from '../check/run-tool.ts';
import { newDealing } from './new-dealing.ts';
import { NewRefused } from './new-refused.ts';

let copy: string;
before(() => {
  copy = mkdtempSync(join(tmpdir(), 'diaba-new-dealing-'));
  for (const file of listSources(ROOT)) cpSync(join(ROOT, file), join(copy, file), { recursive: true });
  cpSync(join(ROOT, 'migrations'), join(copy, 'migrations'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(ROOT, file), join(copy, file));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
after(() => rmSync(copy, { recursive: true }));

const WORDS = ['easement_change', "Thay đổi 'quyền' đối với thửa liền kề", 'Change of an easement'];
const read = (file: string) => readFileSync(join(copy, file), 'utf8');

/** What the compiler says of these files and of all that they import. */
function complaints(files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(copy, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, copy);
  const declared = listSources(ROOT).filter((file) => file.endsWith('.d.ts'));
  const program = ts.createProgram({ rootNames: [...files, ...declared].map((file) => join(copy, file)), options });
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => {
    return `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

test('a kind has its files and its line in every table, and compiles; it does nothing yet and its test says so', () => {
  const told = newDealing(WORDS, copy, new Date('2030-01-02T03:04:05Z'));
  assert.deepEqual(told.slice(0, -2), [
    'migrations/20300102030405_add_easement_change.sql',
    'server/domain/dealing/payload/easement-change.ts',
    'server/registry/dealing/easement-change/register-easement-change.ts',
    'server/routes/officer/dealing/easement-change.test.ts',
    'server/domain/dealing/dealing-kind.ts',
    'server/domain/dealing/payload/payloads.ts',
    'server/registry/dealing/all-dealing-kinds.ts',
    'web/desk/dealing/payload-lines.ts',
    'web/i18n/vi/desk-deal.ts',
    'web/i18n/en/desk-deal.ts',
  ]);
  assert.match(read(told[0]!), /values \('easement_change', 'parcel'\);\n$/);
  assert.match(
    read('web/i18n/vi/desk-deal.ts'),
    /'kind\.easement_change': 'Thay đổi \\'quyền\\' đối với thửa liền kề',/,
  );
  assert.match(read('web/i18n/en/desk-deal.ts'), /'kind\.easement_change': 'Change of an easement',/);
  assert.match(read(told[2]!), /throw new Error\('easement_change writes nothing yet'\)/);
  assert.match(read(told[3]!), /assert\.fail\('say here/);
  assert.deepEqual(complaints(told.slice(1, -2)), []);
  assert.throws(() => newDealing(WORDS, copy), /There is a kind easement_change already/);
});

test('the compiler is asked in earnest: a kind without its payload does not compile', () => {
  const broken = newDealing(['levelling', 'Đo cao', 'Levelling'], copy, new Date('2030-01-02T03:04:06Z'));
  rmSync(join(copy, 'server/domain/dealing/payload/levelling.ts'));
  assert.match(complaints(['server/domain/dealing/payload/payloads.ts']).join(), /levelling\.ts/);
  assert.equal(broken.length, 12);
});

test('what is no name of a kind, and one that there is, make no file', () => {
  const before = listSources(copy).length;
  for (const words of [
    [],
    ['split', 'Tách thửa', 'Split'],
    ['reversal', 'a', 'b'],
    ['Split', 'a', 'b'],
    ['../x', 'a', 'b'],
    ['a_', 'a', 'b'],
    ['new_kind', 'a'],
    ['new_kind', ' ', 'b'],
    ['new_kind', 'a', 'b', 'c'],
    ['k'.repeat(41), 'a', 'b'],
  ])
    assert.throws(() => newDealing(words, copy), NewRefused, words.join(' '));
  assert.equal(listSources(copy).length, before);
});
