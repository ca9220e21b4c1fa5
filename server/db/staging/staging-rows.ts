import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Finding, FindingCode, Severity } from '../../domain/finding/finding.ts';
import { sendAlone } from '../kit/send-together.ts';
import type { Trx } from '../kit/transaction.ts';

export type Verdicts = Readonly<Record<FindingCode, Severity>>;

/** Streams a parser's rows into the scratch table. The client is the caller's; nothing is committed. */
export async function copyToScratch(trx: Trx, rows: Readable): Promise<void> {
  await sendAlone(trx, () => {
    const sink = trx.query(
      copyFrom(
        `copy staging.scratch (run_id, record_no, ignored, raw, candidate, findings, corrections, identities, wkb, point_x, point_y, parcel_code) from stdin`,
      ),
    );
    return pipeline(rows, sink);
  });
}

/** Moves a run's rows into their batch, with area, validity and the registry's geometry; returns their number. */
export async function absorbScratch(
  trx: Trx,
  batchId: string,
  runId: string,
  srid: number,
  verdicts: Verdicts,
): Promise<number> {
  const { rows } = await trx.query<{ absorbed: string }>('select staging.absorb_scratch($1, $2, $3, $4) as absorbed', [
    batchId,
    runId,
    srid,
    JSON.stringify(verdicts),
  ]);
  return Number(rows[0]?.absorbed);
}

/** Facts about the whole file. */
export async function insertFileFindings(
  trx: Trx,
  batchId: string,
  findings: readonly Finding[],
  verdicts: Verdicts,
): Promise<void> {
  if (findings.length === 0) return;
  await trx.query(
    `insert into staging.finding (batch_id, record_no, code, severity, detail)
     select $1, null, f ->> 'code', $3::jsonb ->> (f ->> 'code'), coalesce(f -> 'detail', '{}')
     from jsonb_array_elements($2::jsonb) f`,
    [batchId, JSON.stringify(findings), JSON.stringify(verdicts)],
  );
}
