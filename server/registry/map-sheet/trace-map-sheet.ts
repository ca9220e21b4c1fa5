import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { updateMapSheet } from '../../db/document/map-sheets.ts';
import { actAs } from '../../db/kit/act-as.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import type { Actor } from '../../domain/actor.ts';
import type { MapSheetDetail } from '../../domain/contract/document/map-sheets.ts';
import type { TracedParcel } from '../../domain/map-sheet/map-sheet.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { describeMapSheet, type PageAsked, readPage } from './describe-map-sheet.ts';

const text = (parcels: readonly TracedParcel[]) =>
  JSON.stringify(parcels.map(({ no, landUse, areaM2, ring }) => [no, landUse, areaM2, ring]));

/** Keeps the boundaries traced so far, whole or not yet numbered; they are handed over by digitise-map-sheet.ts. */
export const traceMapSheet = (
  pool: pg.Pool,
  actor: Actor,
  asked: PageAsked,
  { parcels, version }: { readonly parcels: readonly TracedParcel[]; readonly version: number | null },
): Promise<MapSheetDetail> =>
  actAs(pool, actor, async (trx) => {
    const { page, sheet } = await readPage(trx, actor, asked, true);
    if (!sheet || sheet.verdict === 'open') throw new Problem('map_sheet.not_placed');
    if (text(parcels) === text(sheet.parcels)) return describeMapSheet(trx, actor, asked);
    if (version !== sheet.version) throw new Problem('version.stale');
    await rememberStaff(trx, actor);
    await updateMapSheet(trx, page, { ...sheet, parcels: [...parcels] }, actor.id);
    await writeAudit(trx, {
      actor: actor.id,
      action: 'map_sheet.traced',
      subjectKind: 'scan',
      subjectId: page.scanId,
      body: { page: page.pageNo, parcels: parcels.length },
    });
    return describeMapSheet(trx, actor, asked);
  });
