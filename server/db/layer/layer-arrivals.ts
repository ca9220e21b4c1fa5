/** Files of layers on their way, and what an edition is made of. A layer is of no commune: asked for in the scope of all. */
import { percentOf, type WorkState } from '../../domain/batch/batch-progress.ts';
import type { BatchStatus } from '../../domain/batch/batch-state.ts';
import type { EditionPreview } from '../../domain/contract/layers.ts';
import type { LayerFacts } from '../../domain/layer/layer-facts.ts';
import type { Trx } from '../kit/transaction.ts';

export interface ArrivalRow {
  readonly batchId: string;
  readonly layer: LayerFacts;
  readonly fileName: string;
  readonly status: BatchStatus;
  readonly work: WorkState | null;
  readonly percent: number;
  readonly receivedAt: string;
  readonly createdBy: string;
}

/** Days for which a file that became nothing is told of. */
const TOLD_DAYS = 14;

interface Row extends Omit<ArrivalRow, 'percent' | 'receivedAt'> {
  readonly stage: string | null;
  readonly done: number;
  readonly total: number;
  readonly at: Date;
}

/** Files of layers that became no edition, the newest first. What the command line reads is no file that was sent. */
export async function listArrivals(trx: Trx): Promise<ArrivalRow[]> {
  const { rows } = await trx.query<Row>(
    `select b.batch_id as "batchId", b.options -> 'layer' as layer, b.source_name as "fileName", b.status, w.state as work, w.stage,
       w.records_done as done, w.records_total as total, b.created_at as at, b.created_by as "createdBy"
     from staging.batch b join staging.batch_work w using (batch_id)
     where b.kind = 'layer' and b.options ? 'layer' and b.status <> 'rejected' and b.created_at > now() - make_interval(days => $1)
       and not exists (select from thematic.edition e where e.batch_id = b.batch_id)
     order by b.created_at desc limit 50`,
    [TOLD_DAYS],
  );
  return rows.map(({ stage, done, total, at, ...row }) => ({
    ...row,
    percent: percentOf(stage, done, total),
    receivedAt: at.toISOString(),
  }));
}

export interface PreviewRow extends Omit<EditionPreview, 'findings'> {
  readonly batchId: string;
}

/** What an edition is made of; undefined where there is none of this number. */
export async function findPreview(trx: Trx, layer: string, no: number): Promise<PreviewRow | undefined> {
  const { rows } = await trx.query<PreviewRow>(
    `select l.layer_code as code, l.theme, e.edition_no as no, b.source_name as "fileName", e.batch_id as "batchId", f.areas, f.lines, f.points, f.hidden,
       array[st_xmin(f.box), st_ymin(f.box), st_xmax(f.box), st_ymax(f.box)] as extent,
       (select json_agg(c) from (select s.category, count(*)::int as shapes from thematic.feature s where s.edition_id = e.edition_id
          group by s.category order by count(*) desc, s.category limit 30) c) as categories
     from thematic.edition e join thematic.layer l using (layer_code) join staging.batch b using (batch_id)
     cross join lateral (select st_transform(st_setsrid(st_extent(s.geom_3857)::geometry, 3857), 4326) as box,
         count(*) filter (where st_dimension(s.geom) = 2)::int as areas, count(*) filter (where st_dimension(s.geom) = 1)::int as lines,
         count(*) filter (where st_dimension(s.geom) = 0)::int as points,
         count(*) filter (where s.category is distinct from s.public_category or s.name is distinct from s.public_name)::int as hidden
       from thematic.feature s where s.edition_id = e.edition_id) f
     where e.layer_code = $1 and e.edition_no = $2`,
    [layer, no],
  );
  return rows[0];
}
