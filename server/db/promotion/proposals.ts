/** What a second person decides on. */

import type { BatchProposal } from '../../domain/contract/batch/batch-shapes.ts';
import type { DealingStatus } from '../../domain/dealing/dealing-state.ts';
import { box } from '../kit/box.ts';
import type { Trx } from '../kit/transaction.ts';
import { staff } from '../staging/staff.ts';

type Land = BatchProposal['before'];

const LAND = `json_build_object('parcels', count(*)::int, 'areaM2', coalesce(round(sum(l.area_m2), 2), 0)::float8,
  'bbox', ${box('st_setsrid(st_extent(l.geom)::geometry, min(st_srid(l.geom)))')})`;

/** Registered land of the batch's commune, and what it would be: with its valid and warned records, or without its parcels. */
export async function measureLand(
  trx: Trx,
  batchId: string,
  change: 'promotion' | 'reversal',
): Promise<{ before: Land; after: Land }> {
  const current = `select v.parcel_id, v.geom, v.area_m2, v.raised_by from staging.batch b join cadastre.sheet s on s.commune_code = b.commune_code
    join cadastre.parcel_version v on v.sheet_id = s.sheet_id and v.status = 'current' where b.batch_id = $1`;
  const later =
    change === 'promotion'
      ? `select geom, area_m2 from held h where not exists (select from staging.difference d join staging.record r using (batch_id, record_no)
           where d.batch_id = $1 and d.parcel_id = h.parcel_id and r.status in ('valid', 'warned'))
         union all select r.geom, round(r.area_m2, 2) from staging.record r where r.batch_id = $1 and r.status in ('valid', 'warned')`
      : `select geom, area_m2 from held where raised_by not in (select dealing_id from dealing.dealing where batch_id = $1 and kind in ('import_promotion', 'resurvey'))
         union all select v.geom, v.area_m2 from cadastre.parcel_version v join dealing.dealing d on d.dealing_id = v.ended_by
           where d.batch_id = $1 and d.kind = 'resurvey' and exists (select from held h where h.parcel_id = v.parcel_id and h.raised_by = d.dealing_id)`;
  const { rows } = await trx.query<{ before: Land; after: Land }>(
    `with held as materialized (${current})
     select (select ${LAND} from held l) as before, (select ${LAND} from (${later}) l) as after`,
    [batchId],
  );
  return rows[0]!;
}

/** Records that nobody chose: the order of a digest of batch and record, which is the same for all who look. */
export async function drawSample(trx: Trx, batchId: string, size: number): Promise<number[]> {
  const { rows } = await trx.query<{ no: number }>(
    `select no from (
       select record_no as no from staging.record where batch_id = $1 and status in ('valid', 'warned')
       order by md5(batch_id::text || ':' || record_no), record_no limit $2) drawn order by no`,
    [batchId, size],
  );
  return rows.map((row) => row.no);
}

export interface NewProposalFacts
  extends Pick<
    BatchProposal,
    'dealingId' | 'note' | 'survey' | 'counts' | 'findings' | 'corrections' | 'sample' | 'before' | 'after'
  > {
  readonly batchId: string;
  readonly batchVersion: number;
}

export async function insertProposal(trx: Trx, facts: NewProposalFacts): Promise<void> {
  await trx.query(
    `insert into dealing.proposal (dealing_id, batch_id, batch_version, note, counts, findings, corrections, sample, land_before, land_after, survey)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      facts.dealingId,
      facts.batchId,
      facts.batchVersion,
      facts.note,
      JSON.stringify(facts.counts),
      JSON.stringify(facts.findings),
      JSON.stringify(facts.corrections),
      facts.sample,
      JSON.stringify(facts.before),
      JSON.stringify(facts.after),
      facts.survey === null ? null : JSON.stringify(facts.survey),
    ],
  );
}

export interface ProposalRow extends Omit<BatchProposal, 'proposedAt' | 'status'> {
  readonly proposedAt: Date;
  readonly status: DealingStatus;
}

/** The latest proposal of a batch (proposal_batch_idx). */
export async function findProposal(trx: Trx, batchId: string): Promise<ProposalRow | undefined> {
  const { rows } = await trx.query<ProposalRow>(
    `select p.dealing_id as "dealingId", d.kind, d.status, ${staff('d.proposed_by')} as "proposedBy", p.proposed_at as "proposedAt",
       case when coalesce(d.approved_by, d.refused_by) is null then null else ${staff('coalesce(d.approved_by, d.refused_by)')} end as "decidedBy",
       p.note, p.survey, p.counts, p.findings, p.corrections, p.sample, p.land_before as before, p.land_after as after
     from dealing.proposal p join dealing.dealing d using (dealing_id)
     where p.batch_id = $1 order by p.proposed_at desc limit 1`,
    [batchId],
  );
  return rows[0];
}
