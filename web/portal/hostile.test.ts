/** Hostile text in names, addresses and questions: shown as text, nothing runs, nothing sticks out, nothing turns round. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest, openSite, SCREENS, type Site, type Visit } from '../../server/testing/browser/browser.ts';
import { addHostileLand, HOSTILE, type HostileLand } from '../../server/testing/plant/hostile-register.ts';

let site: Site;
let land: HostileLand[];
let visit: Visit;
before(async () => {
  if (browserTest.skip) return;
  site = await openSite();
  land = await addHostileLand(site.t.database.urls.migrator);
  await site.t.refresh();
  visit = await site.visit('/about', { size: SCREENS.phone });
});
after(() => site?.close());

/** White space is folded on a page, and characters that say nothing to anybody may be left out. */
const bare = (text: string) => text.replace(/[\s\p{Cc}]+/gu, '');

/** What is wrong with the page as it stands, given that nothing of it may be markup but what we wrote. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    const odd = '[onmouseover], [onfocus], [onload], [onerror], main script, main style, main image, body > svg';
    for (const element of document.querySelectorAll(odd)) found.push(`markup: ${element.outerHTML.slice(0, 80)}`);
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) found.push(`sticks out sideways by ${over} px`);
    if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
    for (const selector of ['.top', '.bottom', 'main'])
      if (!document.querySelector<HTMLElement>(selector)?.offsetHeight) found.push(`${selector} is gone`);
    // Areas must read from left to right, whatever stands before them.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.search(/1\.600\s?m²/);
      if (at < 0 || !node.parentElement!.offsetParent) continue;
      const left = (i: number) => {
        const range = document.createRange();
        range.setStart(node, at + i);
        range.setEnd(node, at + i + 1);
        return range.getBoundingClientRect().left;
      };
      if (left(0) >= left(4)) found.push(`an area is turned round: ${node.data.slice(0, 60)}`);
    }
    return found;
  });
  return [...faults, ...visit.complaints.splice(0)];
}

/** Opens an address and expects the text on it, as text. */
async function walk(path: string, kind: string, text: string): Promise<string[]> {
  const { page } = visit;
  const reply = await page.goto(site.origin + path);
  const faults = (await faultsOf(page)).map((fault) => `${kind} at ${path.slice(0, 60)}: ${fault}`);
  if (reply?.status() !== 200) faults.push(`${kind} at ${path.slice(0, 60)}: ${reply?.status()}`);
  const shown = bare((await page.locator('main').textContent()) ?? '');
  if (!shown.includes(bare(text))) faults.push(`${kind} is not on ${path.slice(0, 60)}: ${shown.slice(0, 200)}`);
  return faults;
}

test('pages of parcels, communes and the list of communes show it as text', browserTest, async () => {
  const faults: string[] = [];
  for (const { kind, text, unit, parcel } of land) {
    faults.push(...(await walk(`/parcels/${parcel}`, kind, text)));
    faults.push(...(await walk(`/communes/${unit}`, kind, text)));
    faults.push(...(await walk('/communes', kind, text)));
  }
  assert.deepEqual(faults, []);
});

test('asked for, and found, it is text on the page of answers', browserTest, async () => {
  const faults: string[] = [];
  for (const [kind, text] of Object.entries(HOSTILE)) {
    const q = text.slice(0, 190);
    const shown = text.length > 200 ? '' : text.trim().slice(0, 60);
    faults.push(...(await walk(`/search?q=${encodeURIComponent(q)}`, kind, shown)));
    faults.push(...(await walk(`/search?q=${encodeURIComponent(`tờ 77 thửa 1 ${q}`)}`, kind, '')));
  }
  faults.push(...(await walk(`/search?q=${encodeURIComponent('tờ 77')}`, 'list', '')));
  faults.push(...(await walk(`/search?q=${'a'.repeat(2_000)}`, 'long', '')));
  assert.deepEqual(faults, []);
});

test('a question with NUL, half a character or nothing but marks gets a page', browserTest, async () => {
  const { page } = visit;
  for (const q of [
    '%00',
    'a%00b',
    '%C3',
    '%F0%9F',
    '%EF%BF%BF',
    '%E2%80%AE',
    '%CC%81',
    '%25',
    '%5C%27--',
    '*',
    '(((',
  ]) {
    const reply = await page.goto(`${site.origin}/search?q=${q}`);
    assert.ok([200, 400].includes(reply!.status()), `${q}: ${reply!.status()}`);
    const expected =
      reply!.status() === 400 ? visit.complaints.splice(0).filter((line) => !/status of 400/.test(line)) : [];
    assert.deepEqual([...expected, ...(await faultsOf(page))], [], q);
  }
});

test('suggestions and the card on the map show it as text', browserTest, async () => {
  const { page } = visit;
  const faults: string[] = [];
  for (const { kind, text, unit, parcel } of land) {
    await page.goto(`${site.origin}/?p=${parcel}`);
    await page.locator('.card .card-page').waitFor();
    const card = bare((await page.locator('.card').textContent()) ?? '');
    if (!card.includes(bare(text))) faults.push(`${kind}: not on the card: ${card.slice(0, 200)}`);
    await page.locator('.card-foot > button').last().click();
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially(unit);
    await page.locator('#suggestions [role="option"]').first().waitFor();
    const list = bare((await page.locator('#suggestions').textContent()) ?? '');
    if (!list.includes(bare(text).slice(0, 60))) faults.push(`${kind}: not among ${list.slice(0, 200)}`);
    faults.push(...(await faultsOf(page)).map((fault) => `${kind} on the map: ${fault}`));
  }
  assert.deepEqual(faults, []);
});
