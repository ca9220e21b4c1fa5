/** The desk under test: the real server with batches to review, and a browser in which anybody can sit down. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { openWorker } from '../../cli/start/open-worker.ts';
import { findFreePort } from '../../embedded/find-free-port.ts';
import { COMMUNE } from '../import/open-import.ts';
import { ORIGIN, PLOT, type SheetRow, sheetZip, squareAt } from '../import/sheet-zip.ts';
import { openReviewApp, type Person, type ReviewApp } from '../review-app.ts';
import { TEST_CONFIG } from '../test-app.ts';
import { launchBrowser, listen, openContext, type Visit, type VisitOptions } from './browser.ts';

export interface DeskStage {
  readonly t: ReviewApp;
  readonly origin: string;
  readonly browser: Browser;
  /** A sheet of 45 parcels in five rows as a file, with something to find, on ground of its own. */
  nextSheet(faults?: Readonly<Record<number, Partial<SheetRow>>>): Promise<Buffer>;
  /** The same, brought in; its batch. */
  bringSheet(faults?: Readonly<Record<number, Partial<SheetRow>>>): Promise<string>;
  /** A browser of their own for a person, on a screen of the desk that has taken the place of the page before it. */
  sit(person: Person, path: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

const [COLUMNS, ROWS] = [9, 5];
const NAMES = ['Nguyễn Thị Hư Cấu', 'Trần Văn Tưởng Tượng', 'Lê Thị Mẫu', 'Phạm Văn Ví Dụ'];
const USES = ['ONT', 'LUC', 'CLN', 'NTS', 'HNK'];
/** Metres east of what the register holds and other tests bring in. */
const AWAY = 300;

/** What there is to find on a sheet, by the number of the record. */
export const FAULTS: Readonly<Record<number, Partial<SheetRow>>> = {
  3: { area: '460.0' },
  7: { parcelNo: '6' },
  12: { landUse: 'ZZZ' },
  15: { address: 'Thôn Thanh Ấm' },
  20: { parcelNo: '' },
  24: { address: 'Thôn Thanh Ấm' },
  31: { area: '' },
};

export async function openDeskStage(): Promise<DeskStage> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const t = await openReviewApp({ publicUrl: origin, rateLimits: { tiles: 1e6, others: 1e6 } });
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await t.close();
    throw error;
  });
  await t.app.listen({ port, host: '127.0.0.1' });
  assert.equal((t.app.server.address() as AddressInfo).port, port);
  const worker = await openWorker(
    t.pools,
    { storageDir: t.storageDir, personalDataKey: TEST_CONFIG.personalDataKey, registrySrid: 9214 },
    { info: () => undefined, warn: () => undefined },
  );
  let plots = 0;
  const nextRows = (faults: Readonly<Record<number, Partial<SheetRow>>>) => {
    plots += 1;
    const origin = [ORIGIN[0] + AWAY, ORIGIN[1] + PLOT * (plots - 3)] as const;
    const rows = Array.from({ length: COLUMNS * ROWS }, (_, i) => ({
      parcelNo: String(i + 1),
      holder: NAMES[i % NAMES.length]!,
      landUse: USES[(i * 7) % USES.length]!,
      rings: [squareAt(origin, i % COLUMNS, Math.floor(i / COLUMNS))],
      ...faults[i + 1],
    }));
    return { rows, origin };
  };
  return {
    t,
    origin,
    browser,
    nextSheet: (faults = FAULTS) => sheetZip(nextRows(faults)),
    bringSheet: async (faults = FAULTS) => (await t.bringIn(nextRows(faults))).batchId,
    async sit({ role = 'officer', communes = [COMMUNE], sub = 'ha' }, path, options) {
      const context = await openContext(browser, options);
      await context.setExtraHTTPHeaders(t.as(role, communes, sub));
      const page = await context.newPage();
      const complaints = await listen(page);
      await page.goto(origin + path);
      // The page that waits for its script has a heading too, and hears no key.
      await page.locator('.desk-wait').waitFor({ state: 'detached' });
      return { page, context, complaints };
    },
    async close() {
      await browser.close();
      await worker.stop();
      await t.close();
    },
  };
}
