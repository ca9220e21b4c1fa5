/** By what the records of a batch are ordered and narrowed. */
import type { RECORD_SORTS } from '../../domain/batch/batch-list-order.ts';
import { OFFICER_RULE } from '../../domain/batch/correction.ts';
import type { RecordStatus } from '../../domain/batch/import-report.ts';
import type { FindingCode } from '../../domain/finding/finding.ts';
import { has, type ListSource, natural, type SortKey } from '../kit/ordered-list.ts';

export type RecordSort = (typeof RECORD_SORTS)[number];

export interface RecordFilter {
  readonly status?: RecordStatus | undefined;
  readonly code?: FindingCode | undefined;
  /** Only records that take part and have a finding nobody answered, remarks aside. */
  readonly open?: boolean | undefined;
  /** Only records with a correction in effect: any, or one by hand. */
  readonly corrected?: 'any' | 'hand' | undefined;
  readonly recordNos?: readonly number[] | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly sheet?: string | undefined;
  /** Number of a parcel, of a sheet, or of the record. */
  readonly no?: string | undefined;
  /** Words of numbers, land uses and, where persons are shown, of address and holders. */
  readonly words?: string | undefined;
  /** Words of the holders. Only for who may see persons. */
  readonly holder?: string | undefined;
  readonly persons: boolean;
}

const HOLDERS = `(select string_agg(h ->> 'name', '; ' order by n) from jsonb_array_elements(r.candidate -> 'holders') with ordinality as l(h, n))`;
const USES = `(select string_agg(p ->> 'code', '+' order by n) from jsonb_array_elements(r.candidate -> 'purposes') with ordinality as l(p, n))`;
const counted = (table: string, which: string) =>
  `left join (select c.record_no, count(*)::int as n from ${table} c where c.batch_id = $1 and c.record_no is not null${which} group by 1) k on k.record_no = r.record_no`;

const KEYS: Readonly<Record<RecordSort, SortKey>> = {
  no: { sql: 'r.record_no', form: 'number' },
  status: {
    sql: `array_position(array['valid', 'warned', 'blocked', 'refused', 'ignored'], r.status)`,
    form: 'number',
  },
  sheet: { sql: natural('r.sheet_no'), form: 'text' },
  parcel: { sql: natural('r.parcel_no'), form: 'text' },
  landUse: { sql: natural(USES), form: 'text' },
  area: { sql: 'round(r.area_m2, 2)', form: 'number' },
  legalArea: { sql: `(r.candidate ->> 'areaM2')::numeric`, form: 'number' },
  difference: { sql: `(round(r.area_m2, 2) - (r.candidate ->> 'areaM2')::numeric)`, form: 'number' },
  findings: {
    sql: 'coalesce(k.n, 0)',
    form: 'number',
    join: counted('staging.finding', ` and c.settled_by is null and c.severity <> 'info'`),
  },
  corrections: { sql: 'coalesce(k.n, 0)', form: 'number', join: counted('staging.correction', '') },
  code: { sql: '(r.parcel_code::text collate "C")', form: 'text' },
  address: { sql: natural(`r.candidate ->> 'address'`), form: 'text', personal: true },
  holder: { sql: natural(HOLDERS), form: 'text', personal: true },
};

/** Records of one batch. Every order reads the rows of the batch once (record_pkey); by number it reads those of a page. */
export function recordList(batchId: string, filter: RecordFilter, sort: RecordSort, descending: boolean): ListSource {
  const values: unknown[] = [batchId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ['r.batch_id = $1'];
  if (filter.status !== undefined) where.push(`r.status = ${bind(filter.status)}`);
  if (filter.recordNos !== undefined) where.push(`r.record_no = any(${bind(filter.recordNos)}::int[])`);
  if (filter.from !== undefined) where.push(`r.record_no >= ${bind(filter.from)}`);
  if (filter.to !== undefined) where.push(`r.record_no <= ${bind(filter.to)}`);
  const finding = (which: string) =>
    `exists (select from staging.finding f where f.batch_id = $1 and f.record_no = r.record_no and ${which})`;
  if (filter.code !== undefined) where.push(finding(`f.code = ${bind(filter.code)}`));
  if (filter.open) where.push(`r.status <> 'ignored'`, finding(`f.settled_by is null and f.severity <> 'info'`));
  if (filter.corrected !== undefined) {
    const byHand = filter.corrected === 'hand' ? ` and c.rule = ${bind(OFFICER_RULE)}` : '';
    where.push(
      `exists (select from staging.correction c where c.batch_id = $1 and c.record_no = r.record_no and c.status in ('applied', 'accepted')${byHand})`,
    );
  }
  if (filter.sheet !== undefined) where.push(`r.sheet_no = ${bind(filter.sheet)}`);
  if (filter.no !== undefined) {
    const no = bind(filter.no);
    where.push(
      filter.sheet === undefined
        ? `(r.parcel_no = ${no} or r.sheet_no = ${no} or r.record_no::text = ${no})`
        : `r.parcel_no = ${no}`,
    );
  }
  if (filter.words !== undefined) {
    const parts = [
      'r.sheet_no',
      'r.parcel_no',
      USES,
      ...(filter.persons ? [`r.candidate ->> 'address'`, HOLDERS] : []),
    ];
    where.push(has(`concat_ws(' ', ${parts.join(', ')})`, bind(filter.words)));
  }
  if (filter.holder !== undefined) where.push(filter.persons ? has(HOLDERS, bind(filter.holder)) : 'false');
  const key = KEYS[sort];
  const from = `staging.record r ${key.join ?? ''}`;
  return { from, where, values, id: { sql: 'r.record_no', type: 'int' }, key, descending };
}
