/** The desk over plots of registered land: the real server listening, and a browser in which anybody can sit down. */
import type { Browser } from 'playwright-core';
import { findFreePort } from '../../embedded/find-free-port.ts';
import { type Caller, type DealingStage, openDealingStage } from '../dealing-stage.ts';
import { launchBrowser, listen, openContext, type Visit, type VisitOptions } from './browser.ts';

export interface LandDeskStage {
  readonly t: DealingStage;
  readonly origin: string;
  readonly browser: Browser;
  /** A browser of their own for a person, on a screen. */
  sit(who: Caller, path: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

const COMMUNE = '99001';

export async function openLandDeskStage(config: Parameters<typeof openDealingStage>[0] = {}): Promise<LandDeskStage> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const t = await openDealingStage({ ...config, publicUrl: origin });
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await t.close();
    throw error;
  });
  await t.app.listen({ port, host: '127.0.0.1' });
  return {
    t,
    origin,
    browser,
    async sit({ role, sub, communes = [COMMUNE] }, path, options) {
      const context = await openContext(browser, options);
      await context.setExtraHTTPHeaders(t.as(role, communes, sub));
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
