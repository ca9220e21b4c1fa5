/** Files one after another in one command: parsers that wait for the next, and the next read while one is held against the register. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { soon } from '../server/testing/browser/soon.ts';
import { importRequest, openTestImport, type TestImport } from '../server/testing/import/open-import.ts';
import { parseJob } from '../server/testing/import/parse-job.ts';
import { sheetZip } from '../server/testing/import/sheet-zip.ts';
import { importInTurn } from './import-in-turn.ts';
import { openParsers, ParserFailure } from './parse/run-parser.ts';
import type { Stage } from './pipeline.ts';

let t: TestImport;
let others: readonly string[];
before(async () => {
  t = await openTestImport();
  // The keeper of the database may be one.
  others = started();
});
after(() => t.close());

/** Processes that this one has started and that live. */
const started = (): string[] =>
  readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );

const children = () => started().filter((pid) => !others.includes(pid));

async function statesOf(...given: Parameters<typeof importInTurn>): Promise<string[]> {
  const states: string[] = [];
  const reports = importInTurn(...given);
  for (let one = await reports.next(); !one.done; one = await reports.next()) states.push(one.value.status);
  return states;
}

let sheets = 0;
/** A sheet of its own beside all others. */
async function sheet(options: Parameters<typeof sheetZip>[0] = {}): Promise<string> {
  sheets += 1;
  const path = join(t.folder, `turn-${sheets}.zip`);
  await writeFile(path, await sheetZip({ origin: [416_785, 2_353_056 + sheets * 200], ...options }));
  return path;
}
let jobs = 0;
function inFolder(path: string) {
  jobs += 1;
  return parseJob({ path, scratchDir: join(t.folder, `turn-scratch-${jobs}`) });
}
const noneIsLeft = () => soon.deepEqual(async () => children(), []);

test('a parser that read a file to its end reads the next, as one of its own would', async () => {
  const alone = openParsers();
  const parsers = openParsers();
  const paths = [await sheet(), await sheet({ shapeType: 15 })];
  const read = async (from: typeof parsers, path: string) => {
    const parser = from.run(inFolder(path), () => {});
    const [rows, outcome] = await Promise.all([text(parser.rows), parser.outcome]);
    assert.equal(outcome.kind, 'done');
    const { stages: _, ...summary } = outcome.summary!;
    // Numbers that are sealed have another cipher each time, and are as long.
    return { lines: rows.split('\n').length, bytes: rows.length, summary };
  };
  try {
    const first = await read(parsers, paths[0]!);
    const [kept] = children();
    const second = await read(parsers, paths[1]!);
    assert.deepEqual(children(), [kept], 'one process read both');
    parsers.close();
    await noneIsLeft();
    assert.deepEqual(await read(alone, paths[1]!), second);
    assert.notDeepEqual(first.summary.findings, second.summary.findings);
  } finally {
    parsers.close();
    alone.close();
    await noneIsLeft();
  }
});

test('a parser that was refused a file, or was stopped, is not used again', async () => {
  const parsers = openParsers();
  try {
    const broken = join(t.folder, 'turn-broken.zip');
    await writeFile(broken, 'no zip at all');
    const refused = parsers.run(inFolder(broken), () => {});
    refused.rows.resume();
    assert.equal((await refused.outcome).kind, 'refused');
    assert.deepEqual(children(), []);
    const stopped = parsers.run(inFolder(await sheet()), () => {});
    stopped.rows.resume();
    stopped.kill();
    await assert.rejects(stopped.outcome, ParserFailure);
    assert.deepEqual(children(), []);
    const next = parsers.run(inFolder(await sheet()), () => {});
    next.rows.resume();
    assert.equal((await next.outcome).kind, 'done');
    // Late: the file has no process any more, and the one that waits is not its.
    next.kill();
    assert.equal(children().length, 1);
  } finally {
    parsers.close();
    await noneIsLeft();
  }
});

test('files are promoted in their order; the next is read meanwhile, and told of when it is its turn', async () => {
  const parsers = openParsers();
  const paths = [await sheet(), await sheet(), await sheet()];
  const told: [number, Stage][] = [];
  const files = paths.map((path, at) => ({
    request: importRequest(path, `turn-${at}.zip`, { promote: true }),
    onProgress: (stage: Stage, done: number) => {
      if (done === 0) told.push([at, stage]);
    },
  }));
  try {
    assert.deepEqual(await statesOf({ ...t.context, parsers }, files), ['promoted', 'promoted', 'promoted']);
    assert.deepEqual(
      told.map(([at]) => at),
      told.map(([at]) => at).sort(),
      'nothing is told of a file before its turn',
    );
    const promoted = await t.query<{ name: string }>(
      `select source_name as name from staging.batch where source_name like 'turn-_.zip' and status = 'promoted' order by finished_at`,
    );
    assert.deepEqual(
      promoted.map(({ name }) => name),
      ['turn-0.zip', 'turn-1.zip', 'turn-2.zip'],
    );
  } finally {
    parsers.close();
  }
});

test('where one fails, those before it stand, those behind it wait as they were read, and it all goes on when given again', async () => {
  const paths = [await sheet(), join(t.folder, 'not-there.zip'), await sheet()];
  const files = paths.map((path, at) => ({
    request: importRequest(path, `cut-${at}.zip`, { promote: true }),
    onProgress: () => {},
  }));
  const states = async () =>
    (
      await t.query<{ state: string }>(
        `select source_name || ' ' || status as state from staging.batch where source_name like 'cut-%' order by 1`,
      )
    ).map(({ state }) => state);
  const run = () => statesOf(t.context, files);
  await assert.rejects(run(), { code: 'ENOENT' });
  assert.deepEqual(await states(), ['cut-0.zip promoted', 'cut-2.zip staged']);
  await writeFile(paths[1]!, await sheetZip({ origin: [416_785, 2_358_056] }));
  assert.deepEqual(await run(), ['promoted', 'promoted', 'promoted']);
  assert.deepEqual(await states(), ['cut-0.zip promoted', 'cut-1.zip promoted', 'cut-2.zip promoted']);
});
