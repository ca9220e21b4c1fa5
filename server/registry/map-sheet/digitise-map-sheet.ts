import { createHash } from 'node:crypto';
import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { insertDigitisation, type MapSheet } from '../../db/document/map-sheets.ts';
import { actAs } from '../../db/kit/act-as.ts';
import { rememberStaff } from '../../db/staging/staff.ts';
import type { Actor } from '../../domain/actor.ts';
import { isBatch } from '../../domain/batch/batch-state.ts';
import type { ImportOptions } from '../../domain/batch/import-report.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { digitise, unfitParcels } from '../../domain/map-sheet/digitise.ts';
import { judgeFit } from '../../domain/map-sheet/judge-fit.ts';
import { tiesOf } from '../../domain/map-sheet/map-sheet.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { Language } from '../../domain/words/language.ts';
import { keepSourceFile } from '../batch/keep-source-file.ts';
import type { QueueImport } from '../batch/queue-import.ts';
import { receiveBatch } from '../batch/receive-batch.ts';
import { resolveCommune } from '../search/resolve-commune.ts';
import { type PageAsked, readPage, tolerancesNow } from './describe-map-sheet.ts';

export interface DigitiseStore {
  readonly pool: pg.Pool;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  readonly queue: QueueImport;
}

const WHY = {
  number: { vi: 'chưa có số thửa', en: 'has no number yet' },
  twice: { vi: 'số thửa đã có ở thửa khác', en: 'has the number of another one' },
} as const;

/** The file that the boundaries of a sheet make, and the tolerance they are within. Throws where they cannot be handed over. */
function fileOf(
  sheet: MapSheet | undefined,
  tolerances: readonly { scale: number; toleranceM: number }[],
  language: Language,
) {
  if (!sheet || sheet.verdict === 'open') throw new Problem('map_sheet.not_placed');
  const tolerance = tolerances.find(({ scale }) => scale === sheet.scale);
  const fit = tolerance && judgeFit(sheet.method, tiesOf(sheet.points), tolerance.toleranceM);
  if (!tolerance || fit?.verdict !== 'within' || fit.rmsM === null) throw new Problem('map_sheet.beyond_tolerance');
  const unfit = unfitParcels(sheet.parcels);
  if (sheet.parcels.length === 0 || unfit.length > 0) {
    const errors = unfit.map(({ at, why }) => ({ field: `parcels[${at}]`, message: WHY[why][language] }));
    throw new Problem('map_sheet.parcels_unfit', { errors });
  }
  const bytes = Buffer.from(digitise(sheet, sheet.parcels, fit.transformation));
  return { bytes, toleranceM: tolerance.toleranceM, sheet: { ...sheet, rmsM: fit.rmsM } };
}

/**
 * Hands the boundaries of a sheet over as a batch: the file they make goes the way of every file, through checks, review and a second
 * person, and says what it was traced from. The same boundaries are the same batch, unless that one was refused or rejected.
 */
export async function digitiseMapSheet(
  { pool, storageDir, personalDataKey, queue }: DigitiseStore,
  actor: Actor,
  asked: PageAsked,
  { version, language }: { readonly version: number | null; readonly language: Language },
): Promise<{ batchId: string }> {
  const made = await actAs(pool, actor, async (trx) => {
    const { page, sheet } = await readPage(trx, actor, asked);
    if (version !== null && sheet && version !== sheet.version) throw new Problem('version.stale');
    const commune = await resolveCommune(trx, page.communeCode, null, dayOf(new Date()));
    return { commune, ...fileOf(sheet, await tolerancesNow(trx), language) };
  });
  const { bytes, commune, toleranceM } = made;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept = await keepSourceFile(storageDir, personalDataKey, sha256, chunks(bytes));
  return actAs(pool, actor, async (trx) => {
    const { page, sheet } = await readPage(trx, actor, asked, true);
    if (sheet?.version !== made.sheet.version) throw new Problem('version.stale');
    await rememberStaff(trx, actor);
    const { srid, scale, sheetNo } = made.sheet;
    const options: ImportOptions = {
      kind: 'parcels',
      commune: page.communeCode,
      at: null,
      srid,
      encoding: 'auto',
      profile: 'default',
      sheet: sheetNo.toLowerCase(),
      scale,
    };
    const source = { ...kept, name: `so-hoa-to-${sheetNo}.geojson`, mediaType: 'application/geo+json' };
    const batch = await receiveBatch(trx, actor.id, source, options, commune, true);
    await insertDigitisation(trx, batch.batchId, page, made.sheet, { toleranceM, by: actor.id });
    if (isBatch(batch.status, 'unread')) await queue(trx, batch.batchId);
    await writeAudit(trx, {
      actor: actor.id,
      action: 'map_sheet.digitised',
      subjectKind: 'batch',
      subjectId: batch.batchId,
      body: {
        scanId: page.scanId,
        page: page.pageNo,
        scale,
        rmsM: made.sheet.rmsM,
        parcels: made.sheet.parcels.length,
      },
    });
    return { batchId: batch.batchId };
  });
}

async function* chunks(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}
