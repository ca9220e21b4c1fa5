/** npm run import -- FILE… [options]: the pipeline by hand (contract 2). */
import { randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type pg from 'pg';
import { openRegistry } from '../server/cli/start/open-registry.ts';
import { readConfig } from '../server/config.ts';
import { closePools, openPools, openRunPool } from '../server/db/kit/pools.ts';
import { inTransaction } from '../server/db/kit/transaction.ts';
import { fenceRun, runName } from '../server/db/staging/batch-work.ts';
import { findColumnProfileNamed } from '../server/db/staging/column-profiles.ts';
import type { ImportReport } from '../server/domain/batch/import-report.ts';
import { CliProblem, problemOf } from './commands/cli-problem.ts';
import { type CliRequest, parseCli, USAGE } from './commands/parse-cli.ts';
import { importInTurn } from './import-in-turn.ts';
import { openParsers } from './parse/run-parser.ts';
import type { ImportContext, OnProgress } from './pipeline.ts';
import { createProgress } from './report/progress.ts';
import { summaryText } from './report/summary-text.ts';

/** Everything a command line may do is an initial load by this actor; there is no second person at a terminal. */
const ACTOR = { id: 'import-cli', communes: '*' } as const;

const REFUSED = 2;
const FAILED = 1;
/** As a shell says of a program that Ctrl-C ended: 128 + SIGINT. */
const INTERRUPTED = 130;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function succeeded(report: ImportReport, request: CliRequest): boolean {
  return report.status === 'promoted' || (report.status === 'validated' && !request.promote);
}

/** What is told of a file while it is its turn. */
function createTelling(quiet: boolean, name: string) {
  let shown: ReturnType<typeof createProgress> | undefined;
  return {
    update: (...told: Parameters<OnProgress>) => {
      shown ??= createProgress(quiet ? null : process.stderr, name);
      shown.update(...told);
    },
    end: () => shown?.end(),
  };
}

async function importAll(request: CliRequest, context: ImportContext, isBroken: () => boolean): Promise<number> {
  const { options, excludeErrors, promote, again, entered, quiet } = request;
  for (const path of request.files)
    if ((await stat(path).catch(() => null))?.isDirectory()) throw new CliProblem('file.is_folder', { path });
  const telling = request.files.map((path) => createTelling(quiet, basename(path)));
  const files = request.files.map((path, at) => ({
    request: { path: resolve(path), name: basename(path), options, excludeErrors, promote, again, entered },
    onProgress: telling[at]!.update,
  }));
  const reports: ImportReport[] = [];
  const width = process.stdout.columns ?? 80;
  const colour = process.stdout.isTTY === true;
  let status = 0;
  try {
    for await (const report of importInTurn(context, files)) {
      const at = reports.length;
      telling[at]!.end();
      if (isBroken()) throw new CliProblem('import.cancelled');
      reports.push(report);
      const name = basename(request.files[at]!);
      if (!quiet)
        console.log(`${summaryText(report, request.language, width, { name, colour, kind: options.kind })}\n`);
      if (!succeeded(report, request)) status = REFUSED;
    }
  } finally {
    for (const one of telling) one.end();
  }
  if (request.json) {
    const body = reports.length === 1 ? reports[0] : reports;
    await writeFile(request.json, `${JSON.stringify(body, null, 2)}\n`);
  }
  return status;
}

/** The request with the meanings of columns that it names. */
async function withColumns(request: CliRequest, pool: pg.Pool): Promise<CliRequest> {
  const { columns: name, options } = request;
  if (name === null) return request;
  const profile = await inTransaction(pool, ACTOR, (trx) => findColumnProfileNamed(trx, name.normalize('NFC')));
  if (!profile)
    throw new CliProblem('option.invalid', {
      option: '--columns',
      needs: 'tên mẫu cột đã lưu / the name of a column profile',
    });
  return { ...request, options: { ...options, columns: profile.columns } };
}

async function main(): Promise<number> {
  const request = parseCli(process.argv.slice(2), process.env.LANG ?? '');
  if (request === 'help') {
    console.log(USAGE);
    return 0;
  }
  const config = readConfig(process.env);
  const registry = await openRegistry(config);
  let closing = false;
  const pools = openPools(registry.urls, (error) => {
    if (!closing) console.error(error.message);
  });
  const run = runName(randomUUID());
  const runPool = openRunPool(pools.app, run);
  const parsers = openParsers();
  let broken = false;
  // Ends what the run asks of the database, which then rolls it back; a second Ctrl-C ends the process as it would have been before.
  const breakOff = () => {
    broken = true;
    fenceRun(pools.app, run).catch(() => process.exit(INTERRUPTED));
  };
  for (const signal of SIGNALS) process.once(signal, breakOff);
  try {
    const { storageDir, registrySrid } = config;
    const context = {
      pool: runPool,
      actor: ACTOR,
      storageDir,
      registrySrid,
      personalDataKey: registry.personalDataKey,
      parsers,
    };
    return await importAll(await withColumns(request, pools.app), context, () => broken);
  } catch (error) {
    if (!broken) throw error;
    throw new CliProblem('import.cancelled', {}, { cause: error });
  } finally {
    closing = true;
    for (const signal of SIGNALS) process.off(signal, breakOff);
    parsers.close();
    await runPool.end();
    await closePools(pools);
    await registry.release();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const problem = error instanceof CliProblem ? error : problemOf(error);
  console.error(`${problem.code}: ${problem.message}`);
  process.exitCode =
    problem.code === 'import.cancelled' ? INTERRUPTED : problem.code === 'file.is_folder' ? REFUSED : FAILED;
}
