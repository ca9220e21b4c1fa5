/** Communes × sheets: a row for each sheet of a commune, with the batch that counts for it. */
import type { CAMPAIGN_SORTS } from '../../domain/batch/batch-list-order.ts';
import { batchStates } from '../../domain/batch/batch-state.ts';
import type { CampaignCommune } from '../../domain/contract/batch/campaign.ts';
import type { ListSource, SortKey } from '../kit/ordered-list.ts';
import type { Trx } from '../kit/transaction.ts';
import { BATCH_KEYS, type BatchFilter, batchConditions, FORMER_NAME } from '../review/batch-order.ts';

export type CampaignSort = (typeof CAMPAIGN_SORTS)[number];

/**
 * The latest living batch counts; one that ended without anything registered only where there is nothing else. A sheet is
 * known by its number within the unit that numbered it (cadastre.sheet_key): merged units have the same numbers.
 */
const rowsOf = (
  over: string,
) => `(select distinct on (s.commune, s.part) s.*, count(*) over (partition by s.commune, s.part) - 1 as others
    from (select b.batch_id, coalesce(b.commune_code, '') as commune, x.sheet,
        case when x.sheet is null then b.batch_id::text else concat_ws('/', b.unit_code, b.unit_valid_from, x.sheet) end as part,
        b.status = any(${over}::text[]) as ended, b.created_at
      from staging.batch b left join staging.batch_tally t using (batch_id) left join lateral unnest(t.sheets) x(sheet) on true) s
    order by s.commune, s.part, s.ended, s.created_at desc, s.batch_id) w
  join staging.batch b on b.batch_id = w.batch_id left join staging.batch_tally t on t.batch_id = b.batch_id
  left join reference.administrative_unit u on u.code = b.commune_code and u.valid_from = b.commune_valid_from
  left join reference.administrative_unit f on f.code = b.unit_code and f.valid_from = b.unit_valid_from
  left join dealing.dealing d on d.dealing_id = coalesce(b.proposal_dealing_id, b.promotion_dealing_id)`;
const KEY = `(w.commune || '/' || w.part collate "C")`;

const KEYS: Readonly<Record<CampaignSort, SortKey>> = {
  ...BATCH_KEYS,
  sheet: { sql: `(w.sheet collate staging.natural_order)`, form: 'text' },
  commune: {
    sql: `(concat_ws(', ', coalesce(u.name, w.commune), w.sheet, ${FORMER_NAME}) collate staging.natural_order)`,
    form: 'text',
  },
  others: { sql: 'w.others', form: 'number' },
};

/** The rows of a campaign. A filter narrows rows, not the batches among which one counts. */
export function campaignList(filter: BatchFilter, sort: CampaignSort, descending: boolean): ListSource {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const from = rowsOf(bind(batchStates('over')));
  const { sheet, ...ofBatch } = filter;
  const where = batchConditions(ofBatch, bind);
  if (sheet !== undefined) where.push(`w.sheet = ${bind(sheet)}`);
  const key = KEYS[sort];
  return { from: `${from} ${key.join ?? ''}`, where, values, id: { sql: KEY, type: 'text' }, key, descending };
}

export interface CampaignSeat {
  readonly key: string;
  readonly batchId: string;
  readonly sheet: string | null;
  readonly others: number;
}

/** What rows say of themselves, by their keys. */
export async function listCampaignSeats(trx: Trx, keys: readonly string[]): Promise<CampaignSeat[]> {
  const { rows } = await trx.query<CampaignSeat>(
    `select ${KEY} as key, w.batch_id as "batchId", w.sheet, w.others::int as others from ${rowsOf('$2')} where ${KEY} = any($1::text[])`,
    [keys, batchStates('over')],
  );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** Sheets by commune, in the order of their names. A file of which no sheet is known is none. */
export async function countCampaignRows(trx: Trx): Promise<CampaignCommune[]> {
  const { rows } = await trx.query<CampaignCommune>(
    `select case when w.commune = '' then null else json_build_object('code', w.commune, 'name', coalesce(min(u.name), w.commune)) end as commune,
       count(w.sheet)::int as sheets, (count(*) filter (where w.sheet is null and b.kind = 'parcels'))::int as files, (count(*) filter (where w.sheet is not null and b.status = any($2::text[])))::int as registered, coalesce(sum(t.errors), 0)::int as errors
     from ${rowsOf('$1')} group by w.commune order by min(u.name) collate staging.natural_order nulls last, w.commune`,
    [batchStates('over'), batchStates('registered')],
  );
  return rows;
}
