/**
 * `npm run bench -- archivist`: certificates are confirmed at the review desk by keyboard alone, in a real browser beside the real server; counted are
 * the keys, measured is how long the desk takes to be ready for the next.
 */
import type { Page } from 'playwright-core';
import { type LandDeskStage, openLandDeskStage } from '../../testing/browser/land-desk-stage.ts';
import { openScanStage, type ScanStage } from '../../testing/scan-stage.ts';
import type { Bench, BenchResult } from './kit/bench-result.ts';
import { percentile } from './kit/percentile.ts';
import { isInstalled } from './kit/run-program.ts';

const CERTIFICATES_A_ROUND = 8;
/** What the issue asks: certificates an hour. As a bar: seconds each. */
const BAR_SECONDS = 10;
const SCREEN = { size: { width: 1366, height: 633 } } as const;
const PLACE = 'Thôn Thử, xã Yên Lĩnh, tỉnh Bắc Ninh';
/**
 * Keystroke-level model (Card, Moran and Newell 1980): a key of an average typist, and making up one's mind once. What a person needs beside what the
 * desk takes; told beside the bar, not in it.
 */
const KEY_S = 0.28;
const MIND_S = 1.35;

type Facts = ReturnType<ScanStage['facts']>;

/** What stands on the paper, for fields that nobody could read. */
const onPaper = ({ holders: [holder], ...facts }: Facts): Readonly<Record<string, string>> => ({
  serial: facts.serial,
  bookNo: facts.bookNo,
  sheetNo: facts.sheetNo,
  parcelNo: facts.parcelNo,
  areaM2: '1200,5',
  landUse: 'ONT',
  holder: holder!.name,
  identityNumber: holder!.identityNumber,
  issuedOn: facts.issuedOn,
});

interface Work {
  /** From a key to the next field with its place on the page, and from the last key to the next certificate ready, ms. */
  readonly field: number[];
  readonly next: number[];
  /** Keys pressed, letters typed among them, and fields looked at. */
  keys: number;
  typed: number;
  fields: number;
}

const OPEN = '.field:not([data-standing="confirmed"]):not([data-standing="absent"]):has(input:focus)';

/** Confirms the certificate on the screen; its field in hand is the first. */
async function confirmOne(page: Page, words: Readonly<Record<string, string>>, work: Work): Promise<void> {
  for (;;) {
    const open = page.locator(OPEN);
    const name = await open.getAttribute('data-field');
    if (name === null) throw new Error('no field is in hand');
    work.fields += 1;
    if ((await open.getAttribute('data-standing')) === 'empty') {
      await page.keyboard.type(words[name]!);
      work.keys += words[name]!.length;
      work.typed += words[name]!.length;
    }
    const began = performance.now();
    await page.keyboard.press('Enter');
    work.keys += 1;
    const at = await page.waitForFunction((was) => {
      const held = document.activeElement;
      if (held?.closest('.scan-buttons, .parcel-choice')) return 'done';
      const now = held?.closest('[data-field]')?.getAttribute('data-field');
      return now !== undefined && now !== null && now !== was ? 'field' : null;
    }, name);
    work.field.push(performance.now() - began);
    if ((await at.jsonValue()) === 'done') return;
  }
}

async function confirmAll(s: LandDeskStage, a: ScanStage, facts: ReadonlyMap<string, Facts>): Promise<Work> {
  const work: Work = { field: [], next: [], keys: 0, typed: 0, fields: 0 };
  const [first] = facts.keys();
  const { page, context } = await s.sit(a.archivist, `/desk/scans/${first}`, SCREEN);
  const ready = (id: string) =>
    Promise.all([
      page.waitForURL(`**/desk/scans/${id}`),
      page.locator(OPEN).waitFor(),
      page.locator('.page-sheet img').waitFor(),
    ]);
  const left = new Set(facts.keys());
  await ready(first!);
  while (left.size > 0) {
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    await confirmOne(page, onPaper(facts.get(id)!), work);
    const began = performance.now();
    await page.keyboard.press('Enter');
    work.keys += 1;
    left.delete(id);
    if (left.size === 0) await page.waitForURL('**/desk/scans?queue=review');
    else {
      await page.waitForURL((url) => url.pathname !== `/desk/scans/${id}`);
      await ready(new URL(page.url()).pathname.split('/').at(-1)!);
    }
    work.next.push(performance.now() - began);
  }
  await context.close();
  return work;
}

/** Certificates of registered plots, scanned, brought in and read. */
async function bringIn(s: LandDeskStage, a: ScanStage, count: number): Promise<Map<string, Facts>> {
  const scans: { scanId: string; facts: Facts }[] = [];
  for (let at = 0; at < count; at++) {
    const { parcel } = await s.t.plot();
    const { sheet, no } = await s.t.parcel(parcel);
    const land = { sheetNo: sheet, parcelNo: no, areaM2: 1200.5, landUse: 'ONT', address: PLACE, holder: s.t.holder };
    const facts = a.facts(land);
    scans.push({ scanId: await a.bring(await a.scan(facts, { dpi: at % 2 === 0 ? 300 : 200 })), facts });
  }
  const byDocument = new Map<string, Facts>();
  for (const { scanId, facts } of scans) {
    const [document] = await a.whenRead(scanId);
    byDocument.set(document!.id, facts);
  }
  return byDocument;
}

export const archivistBench: Bench = {
  name: 'archivist',
  about: 'certificates confirmed at the desk by keyboard alone (needs chromium)',
  async run({ rounds, tell }): Promise<BenchResult> {
    if (!isInstalled('chromium')) return { measures: [], bars: [], notes: ['To have it: apt-get install chromium.'] };
    const s = await openLandDeskStage();
    try {
      const a = await openScanStage({ t: s.t, origin: s.origin });
      const worker = await a.startWorker();
      tell('bringing certificates in …');
      const facts = await bringIn(s, a, rounds * CERTIFICATES_A_ROUND).finally(() => worker.stop());
      tell(`confirming ${facts.size} …`);
      const work = await confirmAll(s, a, facts);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / 1000;
      const each = (sum(work.field) + sum(work.next)) / facts.size;
      const human = (work.keys * KEY_S + (work.fields + facts.size) * MIND_S) / facts.size;
      const hourly = (seconds: number) => Math.round(3600 / seconds);
      return {
        measures: [50, 95].flatMap((percent) => [
          { label: 'from a key to the next field', unit: 'ms' as const, values: work.field, percentile: percent },
          {
            label: 'from the last key to the next certificate',
            unit: 'ms' as const,
            values: work.next,
            percentile: percent,
          },
        ]),
        bars: [
          {
            about: 'a certificate, of the ten seconds that 360 an hour leave: keys × answers of the desk',
            measured: Math.round((1000 * each) / BAR_SECONDS) / 1000,
            limit: 1,
            unit: '×',
          },
        ],
        notes: [
          `${facts.size} certificates, ${(work.keys / facts.size).toFixed(1)} keys each (${work.typed} letters typed in all), no mouse; the desk takes ${each.toFixed(2)} s of each: ${hourly(each)} an hour`,
          `with a person by the keystroke-level model (${KEY_S} s a key, ${MIND_S} s to make up one’s mind on each field and on each paper): ${hourly(each + human)} an hour`,
          `slowest answer ${percentile([...work.field, ...work.next], 100).toFixed(0)} ms`,
        ],
      };
    } finally {
      await s.close();
    }
  },
};
