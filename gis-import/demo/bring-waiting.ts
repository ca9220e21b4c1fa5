/**
 * Gives a fresh desk something to do: sheets brought in by the demonstration's officer and left where people go on.
 * Done again, or after being broken off anywhere, it changes nothing that is there.
 */
import type { ImportReport } from '../../server/domain/batch/import-report.ts';
import { proposeBatch } from '../../server/registry/dealing/promotion/propose-batch.ts';
import { type ImportContext, importFile } from '../pipeline.ts';
import { demoActor } from './demo-actor.ts';
import type { Fate } from './district.ts';
import { sheetOptions } from './sheet/sheet-options.ts';
import type { WrittenDistrict } from './write-district.ts';

/** The one proposal of the demonstration: the same dealing however often it is made, so that it is made once. */
const DEALING = 'd1aba000-0000-4000-8000-000000000001';
const NOTE = 'Đã đối soát với sổ mục kê, không còn lỗi. Đề nghị duyệt để đăng ký.';

/** How the import of each ends; a proposal is made of what was validated. */
const ENDS_AS: Record<Fate, ImportReport['status']> = {
  review: 'validated',
  proposed: 'validated',
  refused: 'refused',
};

/** Brings in what waits. `communes`: codes of today, in which the officer acts. */
export async function bringWaiting(
  context: ImportContext,
  waiting: WrittenDistrict['waiting'],
  communes: readonly string[],
  onWaiting: (name: string, fate: Fate, report: ImportReport) => void,
): Promise<void> {
  const officer = demoActor('officer', communes);
  const asOfficer = { ...context, actor: officer };
  // Side by side: most of the time of so small a file is the start of its parser.
  const imports = await Promise.allSettled(
    waiting.map(({ zip, name, options }) => {
      const request = { path: zip, name, options: sheetOptions(options), excludeErrors: false, promote: false };
      return importFile(asOfficer, { ...request, again: false }, () => {});
    }),
  );
  for (const [i, { name, fate }] of waiting.entries()) {
    const done = imports[i]!;
    if (done.status === 'rejected') throw done.reason;
    const report = done.value;
    if (report.status !== ENDS_AS[fate]) throw new Error(`demonstration sheet ${name} is ${report.status}`);
    if (fate === 'proposed') {
      const body = { dealingId: DEALING, note: NOTE };
      await proposeBatch(context.pool, officer, report.batchId, { body, version: null });
    }
    onWaiting(name, fate, report);
  }
}
