/**
 * `npm run screenshots`: every screen and state of the public pages and the desk at 1440 × 900 and 390 × 844. The most telling ones
 * are kept in docs/screens with a list of them; the rest goes to var/screens, to be looked at and thrown away. Of each it says
 * what is wrong with its layout at five sizes.
 */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { boxFaults, SIZES, type SizeName } from '../testing/browser/box-faults.ts';
import { launchBrowser, openContext, SCREENS } from '../testing/browser/browser.ts';
import { openDemoStage } from './screenshots/demo-stage.ts';
import { openDeskPictureStage } from './screenshots/desk-picture-stage.ts';
import { deskScreens } from './screenshots/desk-screens.ts';
import { takePapers } from './screenshots/paper-pictures.ts';
import { portalScreens, type Screen } from './screenshots/portal-screens.ts';

const KEPT = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const OTHERS = fileURLToPath(new URL('../../var/screens/', import.meta.url));
/** Of all pictures in docs/screens together. */
const MOST_BYTES = 6_000_000;

const fileName = (name: string, size: keyof typeof SCREENS) => `${name}${size === 'phone' ? '-phone' : ''}.png`;

/** Where pictures are taken, and what a browser says there of who it is. */
interface Place {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function take(browser: Browser, place: Place, screen: Screen, size: keyof typeof SCREENS): Promise<number> {
  const { locale = 'vi-VN', theme = 'light', javaScript = true } = screen;
  const context = await openContext(browser, {
    locale,
    theme,
    javaScript,
    size: SCREENS[size],
    touch: size === 'phone',
  });
  await context.setExtraHTTPHeaders(place.headers);
  const page = await context.newPage();
  await page.goto(place.origin + screen.path);
  await screen.act?.(page);
  // The desk listens to events for ever; its screens know themselves when they are there.
  if (!screen.path.startsWith('/desk')) await page.waitForLoadState('networkidle');
  if (javaScript) await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const path = `${screen.kept ? KEPT : OTHERS}${fileName(screen.name, size)}`;
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  if (size === 'desk' && javaScript)
    for (const fault of await boxFaults(page, Object.keys(SIZES) as SizeName[]))
      console.log(`layout of ${screen.name}, ${fault}`);
  await context.close();
  return screen.kept ? (await stat(path)).size : 0;
}

function indexOf(screens: readonly Screen[]): string {
  const pictures = screens.map(
    ({ name, about }) =>
      `## ${about}\n\n![${about}](${fileName(name, 'desk')})\n\n![${about}, on a phone](${fileName(name, 'phone')})\n`,
  );
  return `# Pictures of the running program

Taken by \`npm run screenshots\` at 1440 × 900 and 390 × 844 on invented data; it writes this list too, and pictures of
the other states to \`var/screens\`.

${pictures.join('\n')}`;
}

const papersOf = (names: readonly string[]): string =>
  `\n## Papers, by invented facts\n\n${names.map((name) => `![${name.slice(0, -4)}](${name})\n`).join('\n')}`;

async function main(): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  await rm(OTHERS, { recursive: true, force: true });
  await mkdir(OTHERS, { recursive: true });
  const browser = await launchBrowser();
  const shown: Screen[] = [];
  let bytes = 0;
  const shoot = async (screens: readonly Screen[], placeOf: (screen: Screen) => Place) => {
    for (const screen of screens) {
      for (const size of ['desk', 'phone'] as const) bytes += await take(browser, placeOf(screen), screen, size);
      console.log(`${screen.kept ? 'docs' : 'var '}/screens/${screen.name}: ${screen.about}`);
    }
    shown.push(...screens);
  };
  try {
    await withStage(openDemoStage, async (stage) => {
      await shoot(await portalScreens(stage), () => ({ origin: stage.origin, headers: {} }));
    });
    await withStage(openDeskPictureStage, async (stage) => {
      const screens = deskScreens(stage);
      const sits = new Map(screens.map((screen) => [screen.name, screen.as]));
      await shoot(screens, ({ name }) => ({ origin: stage.origin, headers: stage.as(sits.get(name) ?? 'officer') }));
    });
    const papers = await takePapers(KEPT);
    bytes += papers.bytes;
    await writeFile(`${KEPT}README.md`, indexOf(shown.filter(({ kept }) => kept)) + papersOf(papers.names));
    console.log(`${(bytes / 1e6).toFixed(1)} MB in docs/screens`);
    if (bytes > MOST_BYTES) throw new Error(`docs/screens holds more than ${MOST_BYTES / 1e6} MB: keep fewer`);
  } finally {
    await browser.close();
  }
}

async function withStage<S extends { close(): Promise<void> }>(
  open: () => Promise<S>,
  use: (stage: S) => Promise<void>,
): Promise<void> {
  const stage = await open();
  try {
    await use(stage);
  } finally {
    await stage.close();
  }
}

await main();
