/** The map of the desk: whole and the same each time it opens, true to what is decided on, sharp at every zoom of the page. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from '../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../server/testing/browser/desk-stage.ts';
import { ORIGIN, PLOT, SIDE, squareAt } from '../../server/testing/import/sheet-zip.ts';
import { BINH, HA } from '../../server/testing/review-app.ts';

/** Corner of the first sheet that the stage brings in (desk-stage.ts). */
const FIRST = [ORIGIN[0] + 300, ORIGIN[1] - 2 * PLOT] as const;

let s: DeskStage;
let [overlapping, promoted]: [string, string] = ['', ''];
before(async () => {
  if (browserTest.skip) return;
  s = await openDeskStage();
  // Record 12 lies 20 cm over record 11.
  const [x, y] = [FIRST[0] + 2 * SIDE, FIRST[1] + SIDE];
  const shifted = squareAt([x - 0.2, y], 0);
  overlapping = await s.bringSheet({ 12: { rings: [shifted] }, 30: { area: '460.0' } });
  promoted = await s.bringSheet({});
  const dealingId = await s.t.propose(promoted);
  await s.t.post(`/api/batches/${promoted}/promote`, { dealingId }, BINH);
  assert.equal((await s.t.batch(promoted)).status, 'promoted');
});
after(() => s?.close());

/** The picture of the map as a digest, once it has stood still for many frames with nothing on its way. */
async function picture(page: Page): Promise<string> {
  await page.waitForSelector('.map-target canvas');
  return page.evaluate(async () => {
    const target = document.querySelector('.map-target')!;
    let [last, still] = ['', 0];
    while (still < 20) {
      await new Promise(requestAnimationFrame);
      let now = '';
      for (const canvas of target.querySelectorAll('canvas')) {
        if (canvas.width === 0) continue;
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
        now += `${canvas.width}x${canvas.height} ${[...digest.slice(0, 8)].join()};`;
      }
      still = now !== '' && now === last && target.getAttribute('data-pending') === '0' ? still + 1 : 0;
      last = now;
    }
    return last;
  });
}

/** Share of the pixels in the middle of the map in colours that a test names, as r,g,b of fills. */
const share = (page: Page, colours: readonly string[]) =>
  page.evaluate((wanted) => {
    let [found, all] = [0, 0];
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.map-target canvas')) {
      if (canvas.width === 0) continue;
      const [w, h] = [Math.round(canvas.width / 8), Math.round(canvas.height / 8)];
      const { data } = canvas.getContext('2d')!.getImageData(w * 3, h * 3, w * 2, h * 2);
      for (let i = 0; i < data.length; i += 4) {
        all += 1;
        if (wanted.includes(`${data[i]},${data[i + 1]},${data[i + 2]}`)) found += 1;
      }
    }
    return found / Math.max(1, all);
  }, colours);

test(
  'the map is the same after every reload, whatever order its tiles come in, and none that is looked at is given up',
  browserTest,
  async () => {
    const { page, context } = await s.sit(HA, `/desk/batches/${overlapping}`);
    await picture(page);
    let turn = 0;
    // Another order at each turn, as a network has it.
    await page.route('**/tiles/**', async (route) => {
      turn += 1;
      await new Promise((go) => setTimeout(go, (turn * 37) % 90));
      await route.continue();
    });
    const givenUp: string[] = [];
    page.on('requestfailed', (request) => {
      if (request.url().includes('/tiles/')) givenUp.push(request.url().replace(/^.*\/tiles\//, ''));
    });
    // Other widths show the land at other scales: levels of tiles change at some of them, not at the same ones in TM-3 and Mercator.
    for (const width of [1000, 1160, 1366, 1600]) {
      await page.setViewportSize({ width, height: 760 });
      const pictures = new Set<string>();
      givenUp.length = 0;
      for (let i = 0; i < 3; i += 1) {
        await page.reload();
        pictures.add(await picture(page));
      }
      assert.equal(pictures.size, 1, `${width} px`);
      assert.deepEqual(givenUp, [], `given up at ${width} px`);
    }
    await context.close();
  },
);

test('home opens where it stays: no tile is asked for that nobody looks at', browserTest, async () => {
  const { page, context } = await s.sit(HA, '/desk');
  await picture(page);
  const [asked, givenUp]: [Set<string>, string[]] = [new Set(), []];
  page.on(
    'request',
    (request) => request.url().includes('/tiles/parcels/') && asked.add(new URL(request.url()).pathname.split('/')[3]!),
  );
  page.on('requestfailed', (request) => request.url().includes('/tiles/') && givenUp.push(request.url()));
  await page.reload();
  await picture(page);
  assert.equal(asked.size, 1, `levels ${[...asked]}`);
  assert.deepEqual(givenUp, []);
  await context.close();
});

test('before and after of a taking-back: the land is there, and it is gone', browserTest, async () => {
  const back = await s.bringSheet({});
  const raise = await s.t.propose(back);
  assert.equal((await s.t.post(`/api/batches/${back}/promote`, { dealingId: raise }, BINH)).statusCode, 200);
  const reversal = { dealingId: randomUUID(), reason: 'Sai tờ bản đồ' };
  assert.equal((await s.t.post(`/api/batches/${back}/reverse`, reversal, HA)).statusCode, 200);
  const { page, context } = await s.sit(BINH, `/desk/batches/${back}?view=proposal`);
  // Fills of ONT, LUC, CLN, NTS and HNK: what the sheet is made of (parcel-style.ts).
  const fills = () => share(page, ['254,222,251', '254,251,168', '254,223,188', '198,253,253', '254,243,201']);
  await picture(page);
  const gone = await fills();
  await page.getByRole('button', { name: 'Trước' }).click();
  const before = await picture(page);
  await page.getByRole('button', { name: 'Sau' }).click();
  await page.waitForFunction(() => document.querySelector('.toggle [aria-pressed="true"]')?.textContent === 'Sau');
  assert.notEqual(await picture(page), before, 'the map shows the difference');
  assert.ok(gone < 0.01, `${gone} of the map is land that is taken back`);
  await page.getByRole('button', { name: 'Trước' }).click();
  assert.equal(await picture(page), before, 'and there it is again');
  await context.close();
});

test('what two parcels claim is drawn, however narrow, and the map goes there', browserTest, async () => {
  const { page, context } = await s.sit(HA, `/desk/batches/${overlapping}`);
  const before = await picture(page);
  const scale = () => page.locator('.map-target .ol-scale-line-inner').textContent();
  const far = await scale();
  await page.locator('.findings button').filter({ hasText: 'chồng' }).first().click();
  assert.notEqual(await picture(page), before);
  assert.notEqual(await scale(), far, 'the map went nearer');
  const mark = await share(page, ['179,38,30']);
  assert.ok(mark > 0, 'the common ground is marked');
  await page.locator('[data-row="12"]').click();
  await picture(page);
  assert.ok((await share(page, ['179,38,30'])) > 0, 'so it is beside the record');
  await context.close();
});

test(
  'buttons go nearer and farther, and a page zoomed by the browser has a map as sharp as its screen',
  browserTest,
  async () => {
    const { page, context } = await s.sit(HA, `/desk/batches/${promoted}`, { size: { width: 2400, height: 1400 } });
    const before = await picture(page);
    await page.getByRole('button', { name: 'Phóng to' }).click();
    assert.notEqual(await picture(page), before);
    await page.getByRole('button', { name: 'Thu nhỏ' }).click();
    assert.equal(await picture(page), before);
    const devTools = await context.newCDPSession(page);
    const { width, height } = page.viewportSize()!;
    // What a browser does at 200 %: half the room, twice the pixels.
    const zoomed = { width: width / 2, height: height / 2, deviceScaleFactor: 2, mobile: false };
    await devTools.send('Emulation.setDeviceMetricsOverride', zoomed);
    await page.waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.map-target canvas')!;
      return canvas.width > 0 && Math.abs(canvas.width / canvas.getBoundingClientRect().width - 2) < 0.02;
    });
    const doubled = await picture(page);
    await page.getByRole('button', { name: 'Phóng to' }).click();
    assert.notEqual(await picture(page), doubled);
    await page.getByRole('button', { name: 'Thu nhỏ' }).click();
    assert.equal(await picture(page), doubled, 'nothing was left as it had been drawn before');
    await context.close();
  },
);
