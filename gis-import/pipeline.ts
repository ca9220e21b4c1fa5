/**
 * The journey of a file, stage by stage, on one page:
 *
 *   receive    digest, commune, batch: the same file and options are the same batch
 *   unpack     }
 *   read       } in a child process under limits (parse-source.ts): a stranger's bytes become rows
 *   convert    }
 *   stage      raw beside candidate, all rows or none
 *   validate   facts about each record, the records among themselves, the register; a profile gives the verdicts
 *   report     counts that add up, findings by code
 *   promote    on request: every valid and warned record becomes a registered parcel, or none
 *
 * What differs from kind to kind (parcels, boundaries of communes) is an entry of kinds/.
 *
 * Each stage commits whole or leaves nothing, and starts from what the one before committed: killed anywhere and run
 * again, it goes on from there and ends with the same report.
 */
import type pg from 'pg';
import { writeAudit } from '../server/db/audit/write-audit.ts';
import { inTransaction, limitTime, type Scope, type Trx } from '../server/db/kit/transaction.ts';
import { excludeBlocked } from '../server/db/staging/batch-checks.ts';
import { countRecords } from '../server/db/staging/batch-report.ts';
import { type Batch, getBatch, moveBatch, setBatchReport, withAdvisoryLock } from '../server/db/staging/batches.ts';
import { isBatch } from '../server/domain/batch/batch-state.ts';
import type { ImportOptions, ImportReport } from '../server/domain/batch/import-report.ts';
import { timeForRecords } from '../server/domain/batch/time-for-records.ts';
import type { LateEntry } from '../server/domain/dealing/payload/late-entry.ts';
import { getProfile } from '../server/domain/finding/profiles.ts';
import { maskIdentityNumbers } from '../server/domain/identity-number/mask-identity-numbers.ts';
import { batchIdentity, receiveBatch } from '../server/registry/batch/receive-batch.ts';
import { keepGivenFile } from './commands/keep-given-file.ts';
import { type ImportStages, startImport } from './kinds/import-stages.ts';
import { makeReport } from './make-report.ts';
import { parseIntoStaging } from './parse/parse-into-staging.ts';
import type { Parsers } from './parse/run-parser.ts';
import { digestGiven } from './unpack/digest-given.ts';

export interface ImportContext {
  readonly pool: pg.Pool;
  readonly actor: Scope;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  readonly registrySrid: number;
  /** Where parsers wait for the next file; each file has one of its own without. */
  readonly parsers?: Parsers;
  /** The last statement of every transaction that writes; throws where the run may no longer write (a worker's lease). */
  readonly guard?: (trx: Trx) => Promise<void>;
}

export interface ImportRequest {
  readonly path: string;
  /** Name shown to people. */
  readonly name: string;
  readonly options: ImportOptions;
  readonly excludeErrors: boolean;
  readonly promote: boolean;
  readonly again: boolean;
  /** Whether what needs no review is proposed to a second person as soon as it is read: a file that somebody sent. */
  readonly propose?: boolean;
  /** Of an initial load: the paper books it repeats and the day from which it holds; from now where it is left out. */
  readonly entered?: LateEntry | null;
  /** Until then the file is only read: what comes before it has not ended. Rejects where what comes before failed. */
  readonly turn?: Promise<unknown>;
}

export const STAGES = ['receive', 'unpack', 'read', 'convert', 'stage', 'validate', 'report', 'promote'] as const;
export type Stage = (typeof STAGES)[number];
/** Called at the start of each stage with (stage, 0, 0), and with records done meanwhile. */
export type OnProgress = (stage: Stage, done: number, of: number) => void;

/** What the stages share about one run. */
export interface Run {
  readonly context: ImportContext;
  readonly request: ImportRequest;
  /** What its kind does at each stage. */
  readonly kind: ImportStages;
  readonly onProgress: OnProgress;
  /** Milliseconds per stage of this run. */
  readonly stages: Record<string, number>;
}

/**
 * Imports one file and answers with its report. Throws CommuneUnresolved for a commune nobody knows, ParserFailure and
 * database errors when the machine fails; whatever the file is to blame for is in the report.
 */
export async function importFile(
  context: ImportContext,
  given: ImportRequest,
  onProgress: OnProgress,
): Promise<ImportReport> {
  const request = { ...given, name: maskIdentityNumbers(given.name) };
  const started = performance.now();
  onProgress('receive', 0, 0);
  const kind = await startImport(context, request.options);
  const bytes = await digestGiven(request.path);
  const run: Run = { context, request, kind, onProgress, stages: {} };
  return withAdvisoryLock(context.pool, batchIdentity(bytes.sha256, request.options), async () => {
    const kept = await keepGivenFile(context, request.path, bytes);
    const batch = await inTransaction(context.pool, context.actor, (trx) =>
      receiveBatch(
        trx,
        context.actor.id,
        { ...kept, name: request.name },
        request.options,
        kind.commune,
        request.again,
      ),
    );
    run.stages.receive = Math.round(performance.now() - started);
    return advance(run, batch);
  });
}

/** Takes a batch that was received earlier as far as validation, from wherever it stands. `path`: its bytes again. */
export async function resumeBatch(
  context: ImportContext,
  batchId: string,
  path: string,
  onProgress: OnProgress,
): Promise<void> {
  const { options, sourceName, sourceSha256 } = await inTransaction(context.pool, context.actor, (trx) =>
    getBatch(trx, batchId),
  );
  const request: ImportRequest = {
    path,
    name: sourceName,
    options,
    excludeErrors: false,
    promote: false,
    again: false,
    propose: true,
  };
  // The command line may be given the same file at the same time.
  await withAdvisoryLock(context.pool, batchIdentity(sourceSha256, options), async () => {
    const batch = await inTransaction(context.pool, context.actor, (trx) => getBatch(trx, batchId));
    if (!isBatch(batch.status, 'unread')) return;
    const run: Run = { context, request, kind: await startImport(context, options), onProgress, stages: {} };
    await advance(run, batch);
  });
}

/** Takes a batch from where it stands as far as was asked. */
async function advance(run: Run, received: Batch): Promise<ImportReport> {
  let batch = received;
  if (batch.status === 'received') batch = await parseIntoStaging(run, batch);
  await run.request.turn;
  if (batch.status === 'staged') batch = await validate(run, batch);
  if (batch.status === 'validated' && run.request.excludeErrors) batch = await excludeErrors(run, batch);
  if (batch.status === 'validated' && run.request.promote) batch = await promote(run, batch);
  if (!batch.report) throw new Error(`batch ${batch.batchId} is ${batch.status} and has no report`);
  return batch.report as unknown as ImportReport;
}

/** Runs a step in one transaction that also makes the report, so that batch and report never disagree. */
async function step(run: Run, stage: Stage, batch: Batch, work: (trx: Trx) => Promise<Batch>): Promise<Batch> {
  const started = performance.now();
  run.onProgress(stage, 0, 0);
  return inTransaction(run.context.pool, run.context.actor, async (trx) => {
    const { read } = await countRecords(trx, batch.batchId);
    // A promotion writes everything and asks the register's own guards: what it may take was found out before.
    const limit = stage === 'promote' ? '0' : `${timeForRecords(read)}ms`;
    await limitTime(trx, { statement: limit, lock: '10min' });
    const moved = await work(trx);
    run.stages[stage] = (run.stages[stage] ?? 0) + Math.round(performance.now() - started);
    run.onProgress('report', 0, 0);
    await setBatchReport(trx, batch.batchId, await makeReport(trx, run, moved));
    const written = await getBatch(trx, batch.batchId);
    await run.context.guard?.(trx);
    return written;
  });
}

const note = ({ context }: Run, trx: Trx, action: string, { batchId }: Batch, body: Record<string, unknown>) =>
  writeAudit(trx, { actor: context.actor.id, action, subjectKind: 'batch', subjectId: batchId, body });

function validate(run: Run, batch: Batch): Promise<Batch> {
  return step(run, 'validate', batch, async (trx) => {
    const profile = getProfile(run.request.options.profile);
    await run.kind.check(trx, batch.batchId, profile);
    await moveBatch(trx, batch.batchId, 'staged', 'validated');
    // The initial load takes a file as it is: what somebody decided is for a second person to see.
    if (!run.request.promote) await run.kind.carryOver(trx, batch.batchId, profile);
    if (run.request.propose) await run.kind.propose(trx, batch);
    const { read: records, ...counts } = await countRecords(trx, batch.batchId);
    await note(run, trx, 'batch.validated', batch, { records, ...counts });
    return getBatch(trx, batch.batchId);
  });
}

function excludeErrors(run: Run, batch: Batch): Promise<Batch> {
  return step(run, 'validate', batch, async (trx) => {
    const records = await excludeBlocked(trx, batch.batchId);
    if (records > 0) await note(run, trx, 'batch.errors_excluded', batch, { records });
    return getBatch(trx, batch.batchId);
  });
}

function promote(run: Run, batch: Batch): Promise<Batch> {
  return step(run, 'promote', batch, async (trx) => {
    const { options, entered = null } = run.request;
    await run.kind.promote(trx, batch.batchId, getProfile(options.profile), entered);
    return getBatch(trx, batch.batchId);
  });
}
