/** A printed sheet, measured on the page: true to 0.3 %, in its crosses and in its land. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { browserTest, openSite, type Site } from '../../../../server/testing/browser/browser.ts';
import { lookingAt, openMap, openTool } from '../../../../server/testing/browser/map-page.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';

const run = promisify(execFile);
/** Ten pixels to the millimetre. */
const DPI = 254;

let site: Site;
let folder: string;
before(async () => {
  if (browserTest.skip) return;
  site = await openSite();
  folder = await mkdtemp(join(tmpdir(), 'diaba-print-'));
});
after(async () => {
  await site?.close();
  if (folder) await rm(folder, { recursive: true });
});

interface Raster {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): readonly [number, number, number];
}

/** The only page of a document as pixels, by GDAL's reader of PDF. */
async function rasterOf(pdf: Buffer): Promise<Raster> {
  const [source, target] = [join(folder, 'sheet.pdf'), join(folder, 'sheet.ppm')];
  await writeFile(source, pdf);
  await run('gdal_translate', [
    '-q',
    '-oo',
    `DPI=${DPI}`,
    '-b',
    '1',
    '-b',
    '2',
    '-b',
    '3',
    '-of',
    'PNM',
    source,
    target,
  ]);
  const bytes = await readFile(target);
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 60).toString('latin1'))!;
  const [width, height] = [Number(header[1]), Number(header[2])];
  const start = header[0].length;
  return {
    width,
    height,
    at: (x, y) => {
      const i = start + (y * width + x) * 3;
      return [bytes[i]!, bytes[i + 1]!, bytes[i + 2]!];
    },
  };
}

/** Has a sheet drawn; the browser's own dialog is kept away. */
async function drawSheet(page: Page, paper: string, scale: number): Promise<void> {
  await page.selectOption('#print-paper', paper);
  await page.selectOption('#print-scale', String(scale));
  await page.locator('#map-panel-print button.primary').click();
  await page.getByText('Tờ in đã sẵn sàng.').waitFor();
}
/** The page on paper; the sheet is gone afterwards, as after every print. */
const printed = async (page: Page) => rasterOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
async function openPrint(query: string, locale: 'vi-VN' | 'en-GB' = 'vi-VN') {
  const visit = await site.visit('/about', { locale });
  await visit.page.addInitScript(() => {
    window.print = () => {};
  });
  await visit.page.goto(`${site.origin}/${query}`);
  await visit.page.waitForSelector('#map[data-pending="0"] canvas');
  await openTool(visit.page, 'print');
  return visit;
}

const isRice = ([r, g, b]: readonly [number, number, number]) => r > 245 && g > 245 && b > 140 && b < 195;
const isPaper = ([r, g, b]: readonly [number, number, number]) => r > 250 && g > 250 && b > 250;
/** Pixels between the middles of the boundary lines around the rice-coloured run of a row or column. */
function span(length: number, at: (i: number) => readonly [number, number, number]): number {
  let [first, last] = [-1, -1];
  for (let i = 0; i < length; i += 1) {
    if (!isRice(at(i))) continue;
    if (first < 0) first = i;
    last = i;
  }
  assert.ok(first > 0 && last < length - 1, 'the land is on the sheet');
  let [from, to] = [first, last];
  while (!isPaper(at(from - 1))) from -= 1;
  while (!isPaper(at(to + 1))) to += 1;
  return (last - first + 1 + (to - from + 1)) / 2;
}
const close = (pixels: number, mm: number, what: string) =>
  assert.ok(Math.abs(pixels / (mm * 10) - 1) < 0.003, `${what}: ${pixels / 10} mm instead of ${mm}`);

// The block of rice land is 150 m by 160 m (parcels 5 to 23; 4 and the last row are not whole).
for (const [paper, scale, width, height] of [
  ['a4-portrait', 1000, 210, 297],
  ['a3-landscape', 1000, 420, 297],
  ['a4-landscape', 2000, 297, 210],
] as const) {
  test(`${paper} at 1:${scale} is true to 0.3 %`, browserTest, async () => {
    const { page, context, complaints } = await openPrint(lookingAt(75, 300, 18));
    await drawSheet(page, paper, scale);
    const map = await page.evaluate(() => {
      const style = (document.querySelector('.print-map') as HTMLElement).style;
      return ['left', 'top', 'width', 'height'].map((name) => Number.parseFloat(style.getPropertyValue(name)));
    });
    const sheet = await printed(page);
    assert.deepEqual([Math.round(sheet.width / 10), Math.round(sheet.height / 10)], [width, height]);
    // Row and column through the middle of parcel 13, which lies a little right of and above the middle of the sheet's map.
    const [left = 0, top = 0, mapWidth = 0, mapHeight = 0] = map;
    const middle = [(left + mapWidth / 2) * 10, (top + mapHeight / 2) * 10].map(Math.round) as [number, number];
    // Off the crosses and labels by a few metres.
    const step = (metres: number) => Math.round((metres * 10_000) / scale);
    const row = middle[1] - step(8);
    const column = middle[0] + step(11);
    close(
      span(sheet.width, (x) => sheet.at(x, row)),
      (150 * 1000) / scale,
      'west to east',
    );
    close(
      span(sheet.height, (y) => sheet.at(column, y)),
      (160 * 1000) / scale,
      'north to south',
    );
    await soon.equal(() => page.locator('.print-sheet').count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test('the scale bar, the text and the grid come from the same number', browserTest, async () => {
  const { page, context } = await openPrint(lookingAt(75, 300, 18));
  for (const scale of [200, 500, 5000]) {
    await drawSheet(page, 'a4-portrait', scale);
    const facts = await page.evaluate(() => ({
      text: document.querySelector('.print-scale-text')?.textContent,
      bar: Number((document.querySelector('.print-bar') as SVGElement).dataset.metres),
      mm: [...document.querySelectorAll('.print-bar rect')].reduce(
        (sum, part) => sum + Number(part.getAttribute('width')),
        0,
      ),
    }));
    assert.equal(facts.text, `Tỷ lệ 1:${scale.toLocaleString('vi-VN')}`);
    assert.ok(Math.abs((facts.bar * 1000) / scale - facts.mm) < 1e-6);
  }
  await context.close();
});

test('the sheet names system, data, day and note; the page prints as ever afterwards', browserTest, async () => {
  const { page, context } = await openPrint(lookingAt(75, 300, 18), 'en-GB');
  await page.fill('#print-heading', 'Thửa <b>13</b>');
  await page.locator('#map-panel-print button.primary').click();
  await page.getByText('The sheet is ready.').waitFor();
  const text = (await page.locator('.print-sheet').textContent()) ?? '';
  assert.match(text, /Thửa <b>13<\/b>/);
  assert.match(
    text,
    /central meridian 107°00'[\s\S]*Data as of[\s\S]*Printed on[\s\S]*it does not replace an official map extract/,
  );
  assert.match(text, /\?lat=21\.\d+&lon=106\.\d+/);
  await page.keyboard.press('Escape');
  await soon.equal(() => page.locator('.print-sheet').count(), 0);
  await soon.equal(() => page.evaluate(() => document.documentElement.dataset.mapPrint), undefined);
  await context.close();
});

test('a sheet with a tile missing is not printed', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(75, 300, 18));
  await openTool(page, 'print');
  await page.route('**/tiles/**', (route) => route.fulfill({ status: 503, body: '' }));
  await page.locator('#map-panel-print button.primary').click();
  await page.getByText('Chưa vẽ được tờ in vì bản đồ không tải đủ.').first().waitFor();
  await soon.equal(() => page.locator('.print-sheet').count(), 0);
  await context.close();
});
