import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { insertMapSheet, updateMapSheet } from '../../db/document/map-sheets.ts';
import { actAs } from '../../db/kit/act-as.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import type { Actor } from '../../domain/actor.ts';
import type { MapSheetDetail, MapSheetPlacing } from '../../domain/contract/document/map-sheets.ts';
import { checkPoints } from '../../domain/map-sheet/check-points.ts';
import { judgeFit } from '../../domain/map-sheet/judge-fit.ts';
import { tiesOf } from '../../domain/map-sheet/map-sheet.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { Language } from '../../domain/words/language.ts';
import { describeMapSheet, type PageAsked, readPage, tolerancesNow } from './describe-map-sheet.ts';

/** What is asked of a sheet in a version; null: there is none yet. */
export interface SentPlacing {
  readonly placing: MapSheetPlacing;
  readonly version: number | null;
  readonly language: Language;
}

const textOf = ({ srid, scale, sheetNo, method, points }: MapSheetPlacing): string =>
  JSON.stringify([
    srid,
    scale,
    sheetNo,
    method,
    points.map(({ name, x, y, north, east, used }) => [name, x, y, north, east, used]),
  ]);

/** Keeps the control points of a sheet, and what they are worth: the server reckons by itself. The same again changes nothing. */
export const placeMapSheet = (
  pool: pg.Pool,
  actor: Actor,
  asked: PageAsked,
  { placing, version, language }: SentPlacing,
): Promise<MapSheetDetail> =>
  actAs(pool, actor, async (trx) => {
    const { page, sheet } = await readPage(trx, actor, asked, true);
    const tolerances = await tolerancesNow(trx);
    const errors = checkPoints(placing, { ...page, scales: tolerances.map(({ scale }) => scale) }, language);
    const tolerance = tolerances.find(({ scale }) => scale === placing.scale);
    if (errors.length > 0 || !tolerance) throw new Problem('map_sheet.points_unfit', { errors });
    if (sheet && textOf(placing) === textOf(sheet)) return describeMapSheet(trx, actor, asked);
    if (version !== (sheet?.version ?? null)) throw new Problem('version.stale');
    await rememberStaff(trx, actor);
    const fit = judgeFit(placing.method, tiesOf(placing.points), tolerance.toleranceM);
    const next = { ...placing, rmsM: fit?.rmsM ?? null, verdict: fit?.verdict ?? ('open' as const) };
    if (sheet) await updateMapSheet(trx, page, { ...next, parcels: sheet.parcels }, actor.id);
    else if (!(await insertMapSheet(trx, page, next, actor.id))) throw new Problem('version.stale');
    const { srid, scale, method, rmsM, verdict, points } = next;
    await writeAudit(trx, {
      actor: actor.id,
      action: 'map_sheet.placed',
      subjectKind: 'scan',
      subjectId: page.scanId,
      body: { page: page.pageNo, srid, scale, method, points: points.length, rmsM, verdict },
    });
    return describeMapSheet(trx, actor, asked);
  });
