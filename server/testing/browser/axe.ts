/** What axe-core finds on a page as it is now. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA in all its parts, and what axe counts as good practice beyond. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

type AxeWindow = { readonly axe?: { run(within: unknown, rules: unknown): Promise<AxeResults> } };

/** One line each: the rule, the element, what is wrong. `within`: selector of the part that is looked at. */
export async function violationsOf(page: Page, within = 'html'): Promise<string[]> {
  const loaded = await page.evaluate(() => (globalThis as AxeWindow).axe !== undefined);
  if (!loaded) await page.evaluate(AXE);
  const { violations } = await page.evaluate(([part, rules]) => (globalThis as AxeWindow).axe!.run(part, rules), [
    within,
    RULES,
  ] as const);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} (${failureSummary?.slice(0, 200)})`),
  );
}
