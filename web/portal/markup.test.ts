/** The bones of every page: language, title, landmarks, headings, labels, ids, links that lead somewhere. No script runs. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest, openSite, type Site } from '../../server/testing/browser/browser.ts';
import { portalPages } from '../../server/testing/browser/portal-pages.ts';

let site: Site;
let states: ReadonlyMap<string, string>;
before(async () => {
  if (browserTest.skip) return;
  site = await openSite({ demo: true });
  states = await portalPages(site.t);
});
after(() => site?.close());

/** Runs in the page: what is wrong with it. */
function findFaults(language: string): string[] {
  const faults: string[] = [];
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const want = (ok: boolean, fault: string) => {
    if (!ok) faults.push(fault);
  };
  const root = document.documentElement;
  want(root.lang === language, `lang is ${root.lang}`);
  want(document.title.trim() !== '' && document.title.includes('Địa Bạ'), `title ${document.title}`);
  want(all('h1').length === 1, `${all('h1').length} h1`);
  want(all('main').length === 1, 'one main');
  want(all('header').length >= 1, 'a header');
  let level = 1;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName[1]);
    want(next <= level + 1, `h${level} is followed by h${next}`);
    want(heading.textContent?.trim() !== '', 'an empty heading');
    level = next;
  }
  const ids = all('[id]').map((element) => element.id);
  for (const id of new Set(ids)) want(ids.filter((other) => other === id).length === 1, `id ${id} twice`);
  for (const field of all('input:not([type="hidden"]), select, textarea'))
    want((field as HTMLInputElement).labels?.length === 1, `no label: ${field.outerHTML.slice(0, 80)}`);
  for (const link of all('a[href], button'))
    want(link.textContent?.trim() !== '', `no words: ${link.outerHTML.slice(0, 80)}`);
  for (const link of all('a[href^="#"]'))
    want(document.getElementById(link.getAttribute('href')!.slice(1)) !== null, `leads nowhere: ${link.outerHTML}`);
  for (const table of all('table')) want(table.querySelector('th[scope]') !== null, 'a table without heads');
  for (const json of all('script[type="application/ld+json"]')) JSON.parse(json.textContent!);
  want(all('[style]').length === 0, 'a style attribute, which the policy forbids');
  return faults;
}

for (const [locale, language] of [
  ['vi-VN', 'vi'],
  ['en-GB', 'en'],
] as const) {
  test(`the bones of every page, ${language}`, browserTest, async () => {
    const { page, context } = await site.visit('/about', { locale });
    const found: Record<string, string[]> = {};
    await page.route('**/assets/page-*.js', (route) => route.abort());
    for (const [state, path] of states) {
      await page.goto(site.origin + path);
      const faults = await page.evaluate(findFaults, language);
      if (faults.length > 0) found[state] = faults;
    }
    assert.deepEqual(found, {});
    await context.close();
  });
}

test('every link of every page leads to something that is there', browserTest, async () => {
  const { page, context } = await site.visit('/about', { javaScript: false });
  const links = new Map<string, string>();
  for (const [state, path] of states) {
    await page.goto(site.origin + path);
    for (const href of await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')!))) {
      const url = new URL(href, site.origin + path);
      // Choices are walked elsewhere, and no identity provider is set up here. Pages name themselves by the configured address of the service.
      if (url.hostname === '127.0.0.1' && !/^\/(preferences|auth)/.test(url.pathname))
        links.set(url.pathname + url.search, state);
    }
  }
  assert.ok(links.size > 20);
  const broken: string[] = [];
  const accept = { accept: 'text/html' };
  for (const [link, state] of links) {
    const reply = await context.request.get(site.origin + link, { headers: accept, maxRedirects: 0 });
    // A problem is what some pages are about; some doors want to be asked something.
    const meant = /^(problem|description)/.test(state) && reply.status() < 500;
    if (reply.status() >= 400 && !meant) broken.push(`${reply.status()} ${link} on ${state}`);
  }
  assert.deepEqual(broken, []);
  await context.close();
});
