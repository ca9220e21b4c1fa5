/** One Chromium and one listening server for the tests that look at pages as people see them. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { AppConfig } from '../../app.ts';
import { openTestApp, TEST_CONFIG, type TestApp } from '../test-app.ts';

/** The browser without its windows takes a fifth less of the processor, and draws pages alike. */
const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) =>
  existsSync(path),
);
const BUILT = existsSync(`${TEST_CONFIG.webDist}/.vite/manifest.json`);
const MISSING = !CHROMIUM
  ? 'chromium is not installed'
  : !BUILT
    ? 'the web is not built (npm test builds it)'
    : undefined;

/** For every browser test: a missing tool is a skip on a laptop and a failure where everything must be proved. */
export const browserTest: { readonly skip?: string } = MISSING && process.env.CI !== '1' ? { skip: MISSING } : {};

/** CSS pixels of the two screens every page is held against. */
export const SCREENS = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;

/**
 * Readers that differ in language, theme and screen: every pair of two choices is among them, in half as many visits as
 * there are triples. What axe finds hangs on one of the three (names, contrast, size) or on two of them.
 */
export const READERS = [
  { locale: 'vi-VN', theme: 'light', screen: 'phone' },
  { locale: 'vi-VN', theme: 'dark', screen: 'desk' },
  { locale: 'en-GB', theme: 'dark', screen: 'phone' },
  { locale: 'en-GB', theme: 'light', screen: 'desk' },
] as const;

/** What does not come within this will not come. */
const WAIT_MS = 20_000;

/** No sandbox: tests may run as root. Nothing of the browser's own may reach for the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser of the machine. Close it. */
export function launchBrowser(): Promise<Browser> {
  assert.equal(MISSING, undefined);
  return chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
}

export interface VisitOptions {
  readonly locale?: 'vi-VN' | 'en-GB';
  readonly theme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
  readonly javaScript?: boolean;
  readonly touch?: boolean;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: violations of the policy, errors of scripts, dialogs nobody asked for. */
  readonly complaints: string[];
}

export interface Site {
  readonly t: TestApp;
  readonly origin: string;
  readonly browser: Browser;
  /** A reader of their own (no cookie of another's), on the page. */
  visit(path: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** Collects what a page complains of from now on. */
export async function listen(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A failed request says its address only as the place of the message.
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective}`));
  });
  return complaints;
}

/** A reader with a screen, a language and a taste of their own. */
export async function openContext(browser: Browser, options: VisitOptions = {}): Promise<BrowserContext> {
  const { locale = 'vi-VN', theme = 'light', size = SCREENS.desk, javaScript = true, touch = false } = options;
  const context = await browser.newContext({
    locale,
    colorScheme: theme,
    viewport: { ...size },
    javaScriptEnabled: javaScript,
    hasTouch: touch,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(WAIT_MS);
  return context;
}

/** The real server over the fixture's register, listening, and a browser beside it. Call `close` in `after`. */
export async function openSite(config: Partial<AppConfig> = {}): Promise<Site> {
  const t = await openTestApp({ publicUrl: 'http://127.0.0.1:8080', ...config });
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await t.close();
    throw error;
  });
  await t.app.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(t.app.server.address() as AddressInfo).port}`;
  return {
    t,
    origin,
    browser,
    async visit(path, options) {
      const context = await openContext(browser, options);
      const page = await context.newPage();
      const complaints = await listen(page);
      await page.goto(origin + path);
      return { page, context, complaints };
    },
    async close() {
      await browser.close();
      await t.close();
    },
  };
}
