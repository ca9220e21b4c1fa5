/**
 * Decides whom to believe about where the records are. A wrong choice would tie a parcel's attributes to its
 * neighbour's boundary, so every doubt that counting cannot settle refuses the file.
 */
import { FileRefused, type Finding } from '../../server/domain/finding/finding.ts';
import type { Shx } from './read-shx.ts';
import type { ShxCheck, ShxOrder, Walk } from './survey-records.ts';

export interface RecordPlan {
  readonly records: number;
  /** Read record after record, or jump to each by the index. */
  readonly via: 'walk' | 'shx';
  readonly findings: readonly Finding[];
}

interface Evidence {
  readonly walk: Walk;
  readonly shx: Shx | undefined;
  /** The .shx was there, but is no index. */
  readonly shxUnreadable: boolean;
  /** Only looked at when walk and index differ. */
  readonly shxCheck: ShxCheck | undefined;
  /** Only looked at when the index has entries inside the file and differs from the walk. */
  readonly shxOrder: ShxOrder | undefined;
  readonly dbfRecords: number;
}

const fact = (code: Finding['code'], detail: NonNullable<Finding['detail']>): Finding => ({
  code,
  recordNo: null,
  detail,
});

/** The plan, or FileRefused with the counts. */
export function planRecords({ walk, shx, shxUnreadable, shxCheck, shxOrder, dbfRecords }: Evidence): RecordPlan {
  const whole = walk.brokenAt === null;
  const records = shx?.entries ?? (whole ? walk.records : dbfRecords);
  const counts = { shpRecords: walk.records, shxRecords: shx?.entries ?? null, dbfRecords, records };
  const damaged = (): never => {
    throw new FileRefused('file.shp_damaged', { ...counts, brokenAt: walk.brokenAt });
  };
  const plan = (via: RecordPlan['via'], count: number, findings: readonly Finding[]): RecordPlan => {
    if (dbfRecords < count) throw new FileRefused('file.dbf_shorter_than_shp', counts);
    if (dbfRecords > count) throw new FileRefused('file.dbf_longer_than_shp', counts);
    if (count === 0) throw new FileRefused('file.no_records', counts);
    return { via, records: count, findings };
  };
  if (!shx) {
    if (!whole) damaged();
    return plan('walk', walk.records, [
      shxUnreadable ? fact('file.shx_mismatch', { ...counts, followed: 'shp' }) : fact('file.shx_missing', {}),
    ]);
  }
  if (walk.agreesWithShx) return plan('walk', walk.records, []);
  if (shxCheck?.runsOver && !(whole && walk.records === dbfRecords))
    throw new FileRefused('file.shp_truncated', counts);
  if (!whole) {
    // One record's own length is wrong: the index still knows where the next one starts.
    if (!shxCheck?.ordered) damaged();
    return plan('shx', shx.entries, []);
  }
  if (walk.records === dbfRecords) {
    // The records' own numbers say which of the two is in the order of the table. Without them the index is followed that
    // names every record once, since it is what the programs that made and showed the file go by (ESRI 1998, "Index File").
    if (!walk.numbered) {
      if (!shxOrder?.everyRecordOnce) damaged();
      return plan('shx', shx.entries, [fact('file.shx_mismatch', { ...counts, followed: 'shx' })]);
    }
    return plan('walk', walk.records, [fact('file.shx_mismatch', { ...counts, followed: 'shp' })]);
  }
  // Programs that edit in place leave the old record behind and append the new one: then only the index counts right.
  if (shx.entries === dbfRecords && shxCheck?.inside && walk.records > shx.entries) {
    return plan('shx', shx.entries, [fact('file.shx_mismatch', { ...counts, followed: 'shx' })]);
  }
  return plan('walk', walk.records, []);
}
