/** What is wrong with the layout of a page on the screens that officers and citizens have. */
import type { Page } from 'playwright-core';
import { judgeBoxes } from './judge-boxes.ts';
import { readBoxes } from './read-boxes.ts';

/** CSS pixels: a phone, Windows at 125 % on 1366 × 768, the same at 100 %, two larger ones. */
export const SIZES = {
  phone: { width: 390, height: 844 },
  enlarged: { width: 1093, height: 506 },
  office: { width: 1366, height: 633 },
  desk: { width: 1440, height: 900 },
  large: { width: 1920, height: 1080 },
} as const;
export type SizeName = keyof typeof SIZES;

/** A layout that follows the window needs some frames; what is still wrong after this many stays wrong. */
const MOST_LOOKS = 20;

/** One line each, for every size in turn: the page is given that size and looked at until nothing is wrong or it stays so. */
export async function boxFaults(page: Page, sizes: readonly SizeName[]): Promise<string[]> {
  const found: string[] = [];
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    await nextFrames(page);
    let faults = judgeBoxes(await readBoxes(page));
    for (let look = 1; faults.length > 0 && look < MOST_LOOKS; look += 1) {
      await nextFrames(page);
      faults = judgeBoxes(await readBoxes(page));
    }
    found.push(...faults.map((fault) => `${size}: ${fault}`));
  }
  if (before) await page.setViewportSize(before);
  return found;
}

/** Until the page has been laid out and drawn twice. */
const nextFrames = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
