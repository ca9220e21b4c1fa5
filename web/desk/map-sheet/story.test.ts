/** A scanned map sheet at the desk: placed by four clicks and their figures, traced, handed over, and told of on the page of its batch. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { crossesOf } from '../../../gis-import/demo/paper/print-map-sheet.ts';
import type { Worker } from '../../../server/jobs/start-worker.ts';
import { violationsOf } from '../../../server/testing/browser/axe.ts';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { drawPaperSheet, scanPaperSheet } from '../../../server/testing/paper-sheet.ts';
import { openScanStage, type ScanStage } from '../../../server/testing/scan-stage.ts';

let s: LandDeskStage;
let a: ScanStage;
let worker: Worker;
before(async () => {
  if (browserTest.skip) return;
  s = await openLandDeskStage();
  a = await openScanStage({ t: s.t, origin: s.origin });
  worker = await a.startWorker();
});
after(async () => {
  await worker?.stop();
  await s?.close();
});

const SCREEN = { size: { width: 1366, height: 633 } } as const;
/** A picture is decoded, and a batch checked, more slowly on a busy machine. */
const LONG = { timeout: 120_000 } as const;
const kept = (page: Page) => page.locator('.land-foot [data-keeping="kept"]').waitFor(LONG);

/** Where the crosses of a sheet stand in the frame, before anything was enlarged: about its middle, which is near enough to be caught. */
async function crossesOnScreen(page: Page, size: { readonly width: number; readonly height: number }, dpi: number) {
  const box = (await page.locator('.sheet-picture .map-target').boundingBox())!;
  const edge = 16;
  const shrunk = Math.min((box.width - 2 * edge) / size.width, (box.height - 2 * edge) / size.height);
  const step = (100 / 25.4) * dpi * shrunk;
  const at = (column: number, row: number) => [
    box.x + box.width / 2 + (column - 1) * step,
    box.y + box.height / 2 + (row - 1) * step,
  ];
  return (column: number, row: number) => {
    const [x, y] = at(column, row);
    return page.mouse.click(x!, y!);
  };
}

/** Whether more than so many points of the map are dark: ink of the sheet, beside the few lines of the map itself. Runs in the page. */
function inkShown(least: number): boolean {
  let dark = 0;
  for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.map-target canvas')) {
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    for (let i = 0; i < data.length; i += 4) if (data[i + 3]! > 100 && data[i]! < 110 && data[i + 1]! < 110) dark += 1;
  }
  return dark > least;
}

test(
  'a paper sheet is placed by clicks and figures, traced on the map, and handed over as a batch that says so',
  browserTest,
  async () => {
    const sheet = drawPaperSheet(21, 1000, '93', [418_600, 2_353_200]);
    const scanned = await scanPaperSheet(sheet, { mode: 'bilevel', skew: 0.8 });
    const [document] = await a.whenRead(await a.bring(scanned.bytes, 'to-93.tif'));
    const { page, context, complaints } = await s.sit(a.archivist, `/desk/scans/${document!.id}`, SCREEN);
    await page.getByRole('link', { name: 'Định vị tờ bản đồ' }).click();
    await page.locator('.sheet-picture canvas').first().waitFor(LONG);
    const { body } = await s.t.get<{ width: number; height: number }>(
      `/api/documents/${document!.id}/pages/1/map-sheet`,
      a.archivist,
    );
    await page.getByLabel('Số tờ').fill('93');
    await page.getByLabel('Số tờ').press('Tab');
    await kept(page);
    const click = await crossesOnScreen(page, body, scanned.dpi);
    const crosses = crossesOf(sheet);
    const ground = (column: number, row: number) => crosses[(2 - row) * 3 + column]!;
    for (const [at, [column, row]] of (
      [
        [0, 0],
        [2, 0],
        [0, 2],
      ] as const
    ).entries()) {
      await click(column, row);
      const x = page.getByLabel(`X của điểm ${at + 1}`);
      await page.locator(`tr[data-row="${at}"] input:focus`).waitFor(LONG);
      const [east, north] = ground(column, row);
      await page.keyboard.type(`${north},0`);
      await page.keyboard.press('Enter');
      await page.keyboard.type(String(east));
      await page.keyboard.press('Enter');
      await soon.equal(() => x.inputValue(), String(north));
    }
    // From here on what the cross must be is proposed.
    for (const [at, [column, row]] of (
      [
        [2, 2],
        [1, 1],
      ] as const
    ).entries()) {
      await click(column, row);
      const [east, north] = ground(column, row);
      await page.locator(`tr[data-row="${at + 3}"] input:focus`).waitFor(LONG);
      await soon.equal(() => page.getByLabel(`X của điểm ${at + 4}`).inputValue(), String(north));
      await soon.equal(() => page.getByLabel(`Y của điểm ${at + 4}`).inputValue(), String(east));
    }
    await page.locator('[data-part="fit"][data-verdict="within"]').waitFor();
    await kept(page);
    assert.deepEqual(await violationsOf(page), []);

    await page.getByRole('button', { name: 'Sang vạch thửa' }).click();
    const map = page.locator('.map-target');
    await map.waitFor(LONG);
    await page.getByLabel('Độ đậm ảnh').fill('100');
    await page.waitForFunction(inkShown, 300, LONG);
    const box = (await map.boundingBox())!;
    const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
    for (const [dx, dy] of [
      [-60, -60],
      [60, -60],
      [60, 60],
      [-60, 60],
    ] as const)
      await page.mouse.click(cx + dx, cy + dy, { delay: 20 });
    await page.getByText('Đang vạch: 4 góc.').waitFor();
    await page.reload();
    await page.getByText('Đã lấy lại 4 góc đang vạch dở.').waitFor(LONG);
    await map.waitFor(LONG);
    await page.waitForFunction(inkShown, 300, LONG);
    // The map lies as it lay before, so that the first corner is where it was clicked.
    await page.mouse.click(cx - 60, cy - 60);
    await page.getByLabel('Số của thửa thứ 1').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Đã lấy lại 4 góc đang vạch dở.').waitFor();
    await page.keyboard.press('Control+y');
    await page.getByLabel('Số của thửa thứ 1').fill('12');
    await page.getByLabel('Số của thửa thứ 1').press('Enter');
    await page.getByLabel('Loại đất của thửa 12').fill('ONT');
    await page.getByLabel('Loại đất của thửa 12').press('Enter');
    await kept(page);
    assert.deepEqual(await violationsOf(page), []);
    await page.reload();
    await page.getByLabel('Số của thửa thứ 1').waitFor(LONG);
    await soon.equal(() => page.getByLabel('Số của thửa thứ 1').inputValue(), '12', 'what was traced is kept');
    await page.getByRole('button', { name: 'Bàn giao thành lô' }).click();
    await page.waitForURL(/\/desk\/batches\//);
    await page.getByText('Số hoá từ bản quét').first().waitFor(LONG);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);
