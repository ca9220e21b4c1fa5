/** A parcel's page on paper: A4 as the browser prints it, measured in pixels. True to the scale that the page states. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest, openSite, type Site } from '../../server/testing/browser/browser.ts';
import { addLand } from '../../server/testing/plant/add-land.ts';

/** 10 pixels a millimetre. */
const DPI = 254;
const UNIT = { code: '99002', name: 'Phường Mẫu' };

/** Name → outer size in metres. A garden, a field, a forest. */
const PARCELS = [
  { no: '501', width: 7, height: 18 },
  { no: '502', width: 83, height: 61 },
  { no: '503', width: 1310, height: 940 },
] as const;

const POPPLER = spawnSync('pdftoppm', ['-v']).error === undefined;
const printTest = POPPLER || process.env.CI === '1' ? browserTest : { skip: 'poppler-utils is not installed' };

let site: Site;
let ids: string[];
let folder: string;
before(async () => {
  if (printTest.skip) return;
  site = await openSite();
  folder = mkdtempSync(join(tmpdir(), 'diaba-print-'));
  const land = PARCELS.map(({ no, width, height }, i) => {
    const [x, y] = [430_000, 2_353_000 + i * 3000];
    const [e, n] = [x + width, y + height];
    return { unit: UNIT, sheet: '50', no, shape: `POLYGON((${x} ${y}, ${e} ${y}, ${e} ${n}, ${x} ${n}, ${x} ${y}))` };
  });
  ids = await addLand(site.t.database.urls.migrator, land);
});
after(async () => {
  await site?.close();
  if (folder) rmSync(folder, { recursive: true });
});

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** The first sheet of paper as grey pixels (PGM, binary). */
async function firstSheet(page: Page, name: string): Promise<Picture> {
  const pdf = join(folder, `${name}.pdf`);
  writeFileSync(pdf, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-f', '1', '-l', '1', '-singlefile', pdf, join(folder, name)]);
  const file = readFileSync(join(folder, `${name}.pgm`));
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))!;
  return { width: Number(width), height: Number(height), grey: file.subarray(head.length) };
}

/** Positions of long straight dark lines: the sides of the parcel, its frame, the strip. Middle of each line, pixels. */
function longLines({ width, height, grey }: Picture, along: 'rows' | 'columns', atLeast: number): number[] {
  const [outer, inner] = along === 'rows' ? [height, width] : [width, height];
  const at = (o: number, i: number) => grey[along === 'rows' ? o * width + i : i * width + o]!;
  const dark: number[] = [];
  for (let o = 0; o < outer; o += 1) {
    let [run, longest] = [0, 0];
    for (let i = 0; i < inner; i += 1) {
      run = at(o, i) < 140 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    if (longest >= atLeast) dark.push(o);
  }
  const lines: number[][] = [];
  for (const o of dark) {
    const last = lines.at(-1);
    if (last && o - last.at(-1)! <= 1) last.push(o);
    else lines.push([o]);
  }
  return lines.map((line) => (line[0]! + line.at(-1)!) / 2);
}

/** Whether two of the lines are as far apart as this, to 0.3 % and the half pixel that drawing in pixels costs. */
function apart(lines: readonly number[], pixels: number): boolean {
  const allowed = pixels * 0.003 + 0.5;
  return lines.some((a) => lines.some((b) => Math.abs(b - a - pixels) <= allowed));
}

for (const [i, { no, width, height }] of PARCELS.entries()) {
  test(`parcel ${no}, ${width} × ${height} m, prints at the scale it states`, printTest, async () => {
    const { page, context } = await site.visit(`/parcels/${ids[i]}`, { javaScript: i !== 0 });
    const caption = (await page.locator('figcaption').textContent())!;
    const scale = Number(/1:([\d.]+)/.exec(caption)![1]!.replaceAll('.', ''));
    const picture = await firstSheet(page, no);
    assert.deepEqual([Math.round(picture.width / 10), Math.round(picture.height / 10)], [210, 297], 'one A4 sheet');
    const [across, up] = [width, height].map((metres) => (metres * 1000 * 10) / scale) as [number, number];
    // Labels and crosses may lie on a side, so a bit more than half of it counts as a line.
    const columns = longLines(picture, 'columns', up * 0.55);
    const rows = longLines(picture, 'rows', across * 0.55);
    assert.ok(apart(columns, across), `${across} px between two of ${columns.join(' ')} (1:${scale})`);
    assert.ok(apart(rows, up), `${up} px between two of ${rows.join(' ')} (1:${scale})`);
    await context.close();
  });
}

test(
  'on paper everything is there and nothing that only a screen can use; black on white in the dark too',
  printTest,
  async () => {
    const { page, context } = await site.visit(`/parcels/${ids[1]}`, { theme: 'dark' });
    const pdf = join(folder, 'text.pdf');
    writeFileSync(pdf, await page.pdf({ format: 'A4' }));
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    for (const wanted of ['502', 'Phường Mẫu', '5.063', '430083,000', '2356000,000', 'Dữ liệu đăng ký đến'])
      assert.ok(text.includes(wanted), `${wanted} in\n${text}`);
    for (const unwanted of ['In trang này', 'English', 'Nền trang', 'Tới nội dung chính'])
      assert.ok(!text.includes(unwanted), unwanted);
    const { grey } = await firstSheet(page, 'dark');
    const mean = grey.reduce((total, value) => total + value, 0) / grey.length;
    assert.ok(mean > 240, `paper is white (${mean})`);
    await context.close();
  },
);
