/** The map of the first page under test: opened at a place of the fixture's land, waited for, and looked at. */
import type { Page } from 'playwright-core';
import { transformer } from '../../domain/crs.ts';
import type { Site, Visit, VisitOptions } from './browser.ts';

/** South-west corner of the fixture's land in EPSG:9214, metres (register-fixture.ts). */
const ORIGIN = [416_700, 2_353_000] as const;

/** A point so many metres east and north of the corner of the fixture's land, in degrees. */
export function degreesAt(x: number, y: number): [longitude: number, latitude: number] {
  return transformer(9214, 4326)([ORIGIN[0] + x, ORIGIN[1] + y]);
}

/** The query of a link that puts a point into the middle of the map. */
export function lookingAt(x: number, y: number, zoom = 19): string {
  const [longitude, latitude] = degreesAt(x, y);
  return `?lat=${latitude.toFixed(9)}&lon=${longitude.toFixed(9)}&z=${zoom}`;
}

/** Wakes the map as any movement of the reader's does, and waits until all tiles asked for have come. */
export async function settled(page: Page) {
  await page.evaluate(() => dispatchEvent(new Event('pointermove')));
  return page.waitForSelector('#map[data-pending="0"] canvas');
}

/** Opens the map with its tiles loaded. */
export async function openMap(site: Site, query: string, options?: VisitOptions): Promise<Visit> {
  const visit = await site.visit(`/${query}`, options);
  await settled(visit.page);
  return visit;
}

/** The middle of the map, CSS pixels of the page. */
export async function middleOf(page: Page): Promise<[x: number, y: number]> {
  const box = (await page.locator('#map').boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Opens a tool by its button, which a phone folds away, and waits for its panel. */
export async function openTool(page: Page, id: string): Promise<void> {
  const button = page.locator(`[data-tool="${id}"]`);
  if (!(await button.isVisible())) await page.locator('.map-more').click();
  await button.click();
  await page.locator(`#map-panel-${id}`).waitFor();
}

/** Brings a point into the middle of an open map as the browser's Back does: exactly, without a reload. */
export async function moveTo(page: Page, query: string): Promise<void> {
  await page.evaluate((search) => {
    history.replaceState(null, '', search);
    history.pushState(null, '', search);
    return new Promise<void>((done) => {
      addEventListener('popstate', () => requestAnimationFrame(() => done()), { once: true });
      history.back();
    });
  }, query);
}

/** Colours that fill more than `least` pixels of the map's picture, as `r,g,b`. */
export const coloursOf = (page: Page, least = 500) =>
  page.evaluate((few) => {
    const canvas = document.querySelector<HTMLCanvasElement>('#map canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] !== 255) continue;
      const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    return [...seen].filter(([, n]) => n > few).map(([colour]) => colour);
  }, least);

/** Waits until the map has said a sentence that matches. */
export const spoken = (page: Page, pattern: RegExp) =>
  page.waitForFunction(
    ([source, flags]) => new RegExp(source!, flags).test(document.querySelector('.map-spoken')?.textContent ?? ''),
    [pattern.source, pattern.flags],
  );
