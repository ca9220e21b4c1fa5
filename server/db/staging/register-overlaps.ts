/** Common ground between the records of a batch and current parcels, under limits of time. */
import { timeToCompare } from '../../domain/batch/time-for-records.ts';
import type { Trx } from '../kit/transaction.ts';
import { doWithinTime, withinTime } from '../kit/within-time.ts';
import { MOST_OF_A_RECORD } from './batch-overlaps.ts';
import type { Verdicts } from './staging-rows.ts';

interface Pair {
  readonly no: number;
  readonly parcel: string;
}
interface Measured extends Pair {
  readonly area: number;
  readonly width: number | null;
}
interface Compared {
  readonly measured: Measured[];
  /** Records, the first of each shape, of which not everything is known. */
  readonly unknown: ReadonlySet<number>;
}

const COLUMNS = 'record_no as no, parcel_id as parcel, area_m2 as area, width_m as width';

/** Adds the findings of ground that is registered. A shape that several records have is measured once. */
export async function checkRegisteredGround(trx: Trx, batchId: string, verdicts: Verdicts): Promise<void> {
  const { rows } = await trx.query<{ records: number }>(
    'select count(*)::int as records from staging.record where batch_id = $1',
    [batchId],
  );
  const records = rows[0]?.records ?? 0;
  const compared = await compare(trx, batchId, records);
  // Ground of a parcel that gets its boundary from this batch is asked of the records among themselves.
  const moving = await listMoving(trx, batchId);
  const measured = compared.measured.filter(({ parcel }) => !moving.has(parcel));
  const { unknown } = compared;
  await trx.query(
    `with pairs as (
       select * from jsonb_to_recordset($3::jsonb) as p(no int, parcel uuid, area double precision, width double precision)),
     judged as (
       select no, parcel, area, width,
         case when area > reference.setting_on('overlap_area_m2', current_date)
             or coalesce(width, 'infinity') > reference.setting_on('overlap_width_m', current_date)
           then 'register.overlap' else 'register.overlap_minor' end as code,
         row_number() over (partition by no order by area desc, parcel) as place
       from pairs),
     found as (
       select no, code, jsonb_strip_nulls(jsonb_build_object('parcelId', parcel, 'sheet', s.number, 'no', v.parcel_no,
         'areaM2', round(area::numeric, 4), 'widthM', round(width::numeric, 4))) as detail
       from judged
       join cadastre.parcel_version v on v.parcel_id = parcel and v.status = 'current'
       join cadastre.sheet s using (sheet_id)
       where place <= ${MOST_OF_A_RECORD}
       union all select no, 'register.not_compared', '{}' from unnest($4::int[]) no)
     insert into staging.finding (batch_id, record_no, code, severity, detail)
     select $1, r.no, code, $2::jsonb ->> code, detail
     from found cross join lateral unnest(staging.members_of_shape($1, found.no)) r(no)`,
    [batchId, JSON.stringify(verdicts), JSON.stringify(measured), [...unknown]],
  );
}

/** Parcels whose boundary the batch brings anew. */
async function listMoving(trx: Trx, batchId: string): Promise<ReadonlySet<string>> {
  const { rows } = await trx.query<{ id: string }>(
    `select d.parcel_id as id from staging.difference d join staging.record r using (batch_id, record_no)
     where d.batch_id = $1 and 'boundary' = any(d.fields) and r.status <> 'ignored'`,
    [batchId],
  );
  return new Set(rows.map(({ id }) => id));
}

async function compare(trx: Trx, batchId: string, records: number): Promise<Compared> {
  const time = timeToCompare(records);
  const sql = `select ${COLUMNS} from staging.overlaps_with_register($1)`;
  const quick = await withinTime(trx, time, () =>
    trx.query<Pair & { area: number | null; width: number | null }>(sql, [batchId]),
  );
  const known = (quick?.rows ?? []).filter((row): row is Measured => row.area !== null);
  const { pairs, unlisted } = quick
    ? { pairs: quick.rows.filter((row) => row.area === null), unlisted: [] }
    : await listPairs(trx, batchId, records, time);
  const slow = await measure(trx, batchId, pairs, time);
  return { measured: [...known, ...slow.measured], unknown: new Set([...unlisted, ...slow.unknown]) };
}

/** All pairs within reach of each other, as many as a sheet may have; records beyond that are unlisted. */
async function listPairs(
  trx: Trx,
  batchId: string,
  records: number,
  time: number,
): Promise<{ pairs: Pair[]; unlisted: number[] }> {
  const most = 50_000 + 30 * records;
  const sql = 'select record_no as no, parcel_id as parcel from staging.pairs_with_register($1, $2)';
  const listed = await withinTime(trx, time, () => trx.query<Pair>(sql, [batchId, most + 1]));
  const pairs = listed?.rows ?? [];
  if (listed && pairs.length <= most) return { pairs, unlisted: [] };
  const last = pairs.at(-1)?.no ?? 0;
  const { rows } = await trx.query<{ no: number }>(
    `select record_no as no from staging.record where batch_id = $1 and record_no >= $2 and status <> 'ignored' and geom is not null
       and invalid_reason is null`,
    [batchId, last],
  );
  return { pairs: pairs.filter(({ no }) => no < last), unlisted: rows.map(({ no }) => no) };
}

async function measure(trx: Trx, batchId: string, pairs: readonly Pair[], time: number): Promise<Compared> {
  const measured: Measured[] = [];
  const unknown = new Set<number>();
  let waiting = [...pairs];
  await doWithinTime(trx, time, {
    async next(atMost) {
      const some = waiting.slice(0, atMost);
      if (some.length === 0) return 0;
      const { rows } = await trx.query<Measured>(`select ${COLUMNS} from staging.measure_with_register($1, $2, $3)`, [
        batchId,
        some.map(({ no }) => no),
        some.map(({ parcel }) => parcel),
      ]);
      measured.push(...rows);
      waiting = waiting.slice(some.length);
      return some.length;
    },
    async giveUp() {
      const heavy = waiting[0]?.no ?? 0;
      unknown.add(heavy);
      waiting = waiting.filter(({ no }) => no !== heavy);
    },
  });
  for (const { no } of waiting) unknown.add(no);
  return { measured, unknown };
}
