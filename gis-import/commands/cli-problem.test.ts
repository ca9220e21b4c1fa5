import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { ConfigError } from '../../server/config.ts';
import { DatabaseUnfit } from '../../server/db/kit/database-unfit.ts';
import { isVietnameseSyllable } from '../../server/domain/encoding/vietnamese-syllable.ts';
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { placeholdersOf } from '../../server/domain/words/fill-sentence.ts';
import { LANGUAGES } from '../../server/domain/words/language.ts';
import { EmbeddedError } from '../../server/embedded/embedded-error.ts';
import { CommuneUnresolved } from '../../server/registry/search/resolve-commune.ts';
import { mayBeEmpty, notEmpty } from '../../server/testing/not-empty.ts';
import { CLI_PROBLEM_CODES, CliProblem, problemOf } from './cli-problem.ts';
import { CLI_PROBLEM_TEXT, cliProblemSentence } from './cli-problem-text.ts';

const WORDS = ['option', 'needs', 'commune', 'at', 'successors', 'path', 'reason', 'present'];
const FOREIGN = /^(?:EPSG|URL|DATABASE|STORAGE|DIR|NĂM|env|example|shapefile|zip|shp|prj|npm|run|db|migrate)$/;

test('every problem has its own sentence in both languages and stays whole without a detail', () => {
  for (const language of LANGUAGES) {
    const seen = new Set<string>();
    for (const code of CLI_PROBLEM_CODES) {
      const sentence = cliProblemSentence(code, language, {});
      assert.match(sentence, /^\p{Lu}.*\.$/u, code);
      assert.doesNotMatch(sentence, /[{}[\]]| {2}|\.\.|\s[.,;:](?!\w)/, `${code}: ${sentence}`);
      assert.ok(!seen.has(sentence), code);
      seen.add(sentence);
      const { says, wayOut } = CLI_PROBLEM_TEXT[code][language];
      for (const name of mayBeEmpty(placeholdersOf(says + wayOut)))
        assert.ok(WORDS.includes(name), `${code}: {${name}}`);
    }
  }
});

test('the Vietnamese is Vietnamese', () => {
  for (const code of CLI_PROBLEM_CODES) {
    const sentence = cliProblemSentence(code, 'vi', {}).replaceAll(/--[\w-]+(?: commune-boundary)?/g, ' ');
    for (const word of notEmpty(sentence.match(/\p{L}+/gu))) {
      assert.ok(isVietnameseSyllable(word) || FOREIGN.test(word), `${code}: "${word}"`);
    }
  }
});

test('the message names the option and what it needs, in both languages', () => {
  const problem = new CliProblem('option.invalid', { option: '--at', needs: 'YYYY-MM-DD' });
  assert.equal(problem.code, 'option.invalid');
  const [vi, en] = problem.message.split('\n');
  assert.equal(
    vi,
    'Giá trị của tùy chọn --at chưa đúng. Hãy nhập lại theo --help; cần: một ngày có thật dạng NĂM-THÁNG-NGÀY, ví dụ 2025-06-30.',
  );
  assert.equal(
    en,
    'The value of the option --at is not right. See --help; it needs: a day as YYYY-MM-DD, such as 2025-06-30.',
  );
  const encoding = cliProblemSentence('option.invalid', 'vi', { option: '--encoding', needs: 'auto | utf8' });
  assert.match(encoding, /cần: auto \| utf8\.$/);
});

test('words of the command line cannot move the cursor', () => {
  assert.doesNotMatch(new CliProblem('option.unknown', { option: '--x\u001b[2J' }).message, /\p{Cc}(?<!\n)/u);
});

async function failure(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => assert.fail('it should have failed'),
    (error: unknown) => error,
  );
}

test('real failures of the machine find their code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-cli-problem-'));
  try {
    const path = join(folder, 'absent.zip');
    const absent = problemOf(await failure(() => readFile(path)));
    assert.deepEqual([absent.code, absent.detail], ['file.not_found', { path }]);
    const nested = join(folder, 'a', 'b');
    const unwritable = problemOf(await failure(() => mkdir(nested)));
    assert.deepEqual([unwritable.code, unwritable.detail], ['storage.unwritable', { path: nested }]);
    const socket = join(folder, 'no.sock');
    const refused = await failure(
      () => new Promise((resolve, reject) => connect(socket).once('error', reject).once('connect', resolve)),
    );
    assert.equal(problemOf(refused).code, 'database.unavailable');
  } finally {
    await rm(folder, { recursive: true });
  }
});

const SCRATCH_FILE = `/store/scratch/4711-${randomUUID()}`;
const system = (code: string, more: object = {}) => Object.assign(new Error('failed'), { code, ...more });

test('other failures find their code, also as the cause of one', () => {
  const cases: readonly (readonly [unknown, string])[] = [
    [system('ENOSPC', { syscall: 'write' }), 'storage.full'],
    [system('53100'), 'storage.full'],
    ...['EACCES', 'EROFS', 'ENOTDIR', 'ENOENT'].map(
      (code) => [system(code, { syscall: 'open', path: SCRATCH_FILE }), 'storage.unwritable'] as const,
    ),
    [system('ENOSPC', { syscall: 'open', path: SCRATCH_FILE }), 'storage.full'],
    [system('EACCES', { syscall: 'open', path: `${SCRATCH_FILE}/ToBanDo.shp` }), 'storage.unwritable'],
    [system('EACCES', { syscall: 'access', path: '/store/scratch' }), 'storage.unwritable'],
    [system('EACCES', { syscall: 'open', path: '/home/scratch/sheet.zip' }), 'file.not_found'],
    [system('EACCES', { syscall: 'scandir', path: '/home/scratch' }), 'file.not_found'],
    [system('ENOENT', { syscall: 'open', path: '/home/scratch/12-sheets/sheet.zip' }), 'file.not_found'],
    [system('EACCES', { syscall: 'open', path: '/home/sheet.zip' }), 'file.not_found'],
    [system('ECONNREFUSED', { syscall: 'connect' }), 'database.unavailable'],
    [system('28P01'), 'database.unavailable'],
    [system('3D000'), 'database.unavailable'],
    [system('57P01'), 'database.unavailable'],
    [new Error('Connection terminated unexpectedly'), 'database.unavailable'],
    [new Error('The migration failed', { cause: system('ECONNREFUSED') }), 'database.unavailable'],
    [new EmbeddedError('embedded.start_failed', 'PostgreSQL did not start.'), 'database.unavailable'],
    [new ConfigError('PORT', 'needs a whole number'), 'config.invalid'],
    [new DatabaseUnfit('database.other_srid', 'Made for another.'), 'database.unfit'],
    [new FileRefused('file.not_found'), 'file.not_found'],
    [new CommuneUnresolved('commune.unknown', 'none', { commune: '99999' }), 'commune.unknown'],
    [new Error('a fault of ours'), 'import.failed'],
    ['text', 'import.failed'],
  ];
  for (const [error, code] of cases) assert.equal(problemOf(error).code, code, String(error));
});

test('the successors of a commune are named', () => {
  const detail = { commune: '99011', successors: '99001, 99002' };
  const { message } = problemOf(new CommuneUnresolved('commune.several_successors', 'ended', detail));
  assert.match(message, /^Xã này \(99011\) .*: 99001, 99002\./);
});

test('a value that PostgreSQL or a parser quotes is not repeated', () => {
  const quoted = Object.assign(new Error('invalid input syntax for type numeric: "Nguyễn Văn Ẩn"'), { code: '22P02' });
  assert.doesNotMatch(problemOf(quoted).message, /Nguy/);
  assert.match(problemOf(quoted).message, /\(22P02\)/);
  assert.doesNotMatch(problemOf(new SyntaxError('Unexpected token in "Nguyễn"')).message, /Nguyễn/);
  assert.match(problemOf(new Error('batch 1 is no longer staged')).message, /no longer staged/);
});
