import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAudit } from '../../server/db/audit/write-audit.ts';
import { inTransaction, limitTime, type Trx } from '../../server/db/kit/transaction.ts';
import { getImportReference } from '../../server/db/reference/import-reference.ts';
import { type Batch, getBatch, insertFiles, moveBatch, setBatchReport } from '../../server/db/staging/batches.ts';
import { insertFileFindings } from '../../server/db/staging/staging-rows.ts';
import { timeForRecords } from '../../server/domain/batch/time-for-records.ts';
import { findProjection, legalSridOf } from '../../server/domain/crs.ts';
import type { Finding } from '../../server/domain/finding/finding.ts';
import { getProfile } from '../../server/domain/finding/profiles.ts';
import { openScratch } from '../../server/registry/batch/open-scratch.ts';
import { makeReport } from '../make-report.ts';
import type { Run } from '../pipeline.ts';
import { factsOf } from '../report/source-facts.ts';
import { receiveRows, stageBatch } from '../stage/stage-batch.ts';
import type { ParseJob, ParseSummary } from './parse-protocol.ts';
import { type ParseOutcome, runParser } from './run-parser.ts';

/**
 * unpack ▸ read ▸ convert in the parser child, rows straight into scratch, then into the batch: one transaction. Ends
 * with the batch staged, or refused as a whole with the finding that says why.
 */
export async function parseIntoStaging(run: Run, batch: Batch): Promise<Batch> {
  const { context } = run;
  const scratchDir = await openScratch(context.storageDir);
  const runId = randomUUID();
  const job = await prepareJob(run, batch, scratchDir, runId);
  try {
    return await inTransaction(context.pool, context.actor, async (trx) => {
      await trx.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
      const outcome = await parse(run, trx, job);
      if (outcome.kind === 'refused') throw new Refused(outcome);
      const started = performance.now();
      run.onProgress('stage', 0, outcome.summary.records);
      await limitTime(trx, { statement: `${timeForRecords(outcome.summary.records)}ms`, lock: '10min' });
      await stage(run, trx, batch, runId, outcome.summary);
      Object.assign(run.stages, outcome.summary.stages, { stage: Math.round(performance.now() - started) });
      const staged = await getBatch(trx, batch.batchId);
      await context.guard?.(trx);
      return staged;
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return await refuse(run, batch, error.outcome);
  } finally {
    await rm(scratchDir, { recursive: true, force: true });
  }
}

type Refusal = Extract<ParseOutcome, { kind: 'refused' }>;

/** Leaves the transaction so that no row of a refused file stays. */
class Refused extends Error {
  readonly outcome: Refusal;
  constructor(outcome: Refusal) {
    super(outcome.code);
    this.name = 'Refused';
    this.outcome = outcome;
  }
}

async function prepareJob(run: Run, batch: Batch, scratchDir: string, runId: string): Promise<ParseJob> {
  const { context, request, kind } = run;
  return {
    path: request.path,
    scratchDir: join(scratchDir, 'unpacked'),
    runId,
    options: request.options,
    registrySrid: context.registrySrid,
    ...(await kind.findGround(batch.batchId)),
    personalDataKey: context.personalDataKey.toString('base64'),
    ...(await getImportReference(context.pool)),
  };
}

async function parse(run: Run, trx: Trx, job: ParseJob): Promise<ParseOutcome> {
  const { parsers } = run.context;
  const parser = (parsers?.run ?? runParser)(job, ({ stage, done, of }) => run.onProgress(stage, done, of));
  try {
    const [outcome] = await Promise.all([parser.outcome, receiveRows(trx, parser.rows)]);
    return outcome;
  } catch (error) {
    parser.kill();
    await parser.outcome.catch(() => undefined);
    throw error;
  }
}

async function stage(run: Run, trx: Trx, batch: Batch, runId: string, summary: ParseSummary): Promise<void> {
  const given = findProjection(run.request.options.srid ?? 0);
  const used = summary.projection?.system ?? given;
  const srid = legalSridOf(used, run.context.registrySrid);
  await stageBatch(
    trx,
    {
      batchId: batch.batchId,
      runId,
      srid,
      records: summary.records,
      files: summary.files,
      findings: [...summary.findings, ...run.kind.findings],
      source: factsOf(summary, used?.srid ?? srid),
    },
    getProfile(run.request.options.profile),
  );
  await writeAudit(trx, {
    actor: run.context.actor.id,
    action: 'batch.staged',
    subjectKind: 'batch',
    subjectId: batch.batchId,
    body: { records: summary.records, files: summary.files.length, encoding: summary.encoding?.used ?? null, srid },
  });
}

/** The file as a whole cannot become parcels: the batch ends, with every record it claims counted as refused. */
async function refuse(run: Run, batch: Batch, outcome: Refusal): Promise<Batch> {
  const { context } = run;
  const { summary, code, detail } = outcome;
  const profile = getProfile(run.request.options.profile);
  return inTransaction(context.pool, context.actor, async (trx) => {
    const files = summary?.files.length
      ? summary.files
      : [{ name: run.request.name, kind: 'unknown', status: 'refused' as const, reason: code, records: 0 }];
    await insertFiles(
      trx,
      batch.batchId,
      files.map((file) => (file.status === 'ignored' ? file : { ...file, status: 'refused', reason: code })),
    );
    const finding = { code, recordNo: null, detail: detail as NonNullable<Finding['detail']> };
    await insertFileFindings(trx, batch.batchId, [...(summary?.findings ?? []), finding], profile);
    const refusal = { code, detail, records: summary?.records ?? 0 };
    await moveBatch(trx, batch.batchId, 'received', 'refused', {
      refusal,
      ...(summary ? { source: factsOf(summary, null) } : {}),
    });
    Object.assign(run.stages, summary?.stages);
    await setBatchReport(trx, batch.batchId, await makeReport(trx, run, await getBatch(trx, batch.batchId)));
    await writeAudit(trx, {
      actor: context.actor.id,
      action: 'batch.refused',
      subjectKind: 'batch',
      subjectId: batch.batchId,
      body: { code },
    });
    const refused = await getBatch(trx, batch.batchId);
    await context.guard?.(trx);
    return refused;
  });
}
